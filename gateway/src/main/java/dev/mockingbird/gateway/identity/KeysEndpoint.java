package dev.mockingbird.gateway.identity;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The public keys by which services check who is calling.
@RestController
class KeysEndpoint {

  private final SigningKeys keys;

  KeysEndpoint(SigningKeys keys) {
    this.keys = keys;
  }

  record KeySet(List<Map<String, Object>> keys) {}

  @GetMapping("/.well-known/jwks.json")
  Mono<KeySet> keys() {
    return keys.publicKeys().map(KeySet::new);
  }
}
