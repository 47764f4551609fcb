package dev.mockingbird.interview.live;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Hears from the gateway that a sign-in has ended, and closes its sockets.
@Component
class SignOuts implements LiveChannel.Listener {

  private static final Logger log = LoggerFactory.getLogger(SignOuts.class);
  private static final String CHANNEL = "mockingbird:sign-outs";

  private final LiveEndpoint endpoint;

  SignOuts(LiveChannel channel, LiveEndpoint endpoint) {
    this.endpoint = endpoint;
    channel.subscribe(CHANNEL, this);
  }

  @Override
  public void heard(String message) {
    try {
      JsonNode signOut = Wire.json().readTree(message);
      for (String field : new String[] {"sid", "person"}) {
        if (signOut.hasNonNull(field)) {
          endpoint.signedOut(signOut.get(field).asString());
        }
      }
    } catch (JacksonException e) {
      log.warn("A sign-out message is not JSON");
    }
  }

  /// Nothing to do: the gateway's own sockets end with the session.
  @Override
  public void mayHaveMissed() {}
}
