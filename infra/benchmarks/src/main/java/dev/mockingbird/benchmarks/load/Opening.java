package dev.mockingbird.benchmarks.load;

import java.time.Duration;

/// Brings a booked room to where typing begins: consent, admission, the first question, some text.
public final class Opening {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Opening() {}

  /// @param interviewer whose door leads to the room
  /// @param person whom to admit
  public static void open(
      Generator generator, Handshake interviewer, Handshake candidate, String person) {
    try (Conversation guest = new Conversation(generator, candidate, PATIENCE);
        Conversation host = new Conversation(generator, interviewer, PATIENCE)) {
      guest.say("{\"type\":\"hello\",\"client\":\"opening-c\"}");
      host.say("{\"type\":\"hello\",\"client\":\"opening-i\"}");
      guest.await("\"type\":\"welcome\"");
      host.await("\"type\":\"welcome\"");
      guest.say("{\"type\":\"give-consent\",\"n\":1}");
      guest.await(acknowledged(1));
      host.say("{\"type\":\"admit\",\"n\":1,\"person\":\"" + person + "\"}");
      host.await(acknowledged(1));
      host.say("{\"type\":\"ask\",\"n\":2,\"planned\":0}");
      host.await(acknowledged(2));
      guest.say(Edit.first("opening", 2));
      guest.await(acknowledged(2));
    }
  }

  private static String acknowledged(int n) {
    return "\"type\":\"acknowledged\",\"n\":" + n + ",";
  }
}
