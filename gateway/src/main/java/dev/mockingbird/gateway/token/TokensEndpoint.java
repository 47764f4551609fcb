package dev.mockingbird.gateway.token;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.problem.Problem;
import dev.mockingbird.gateway.token.TokenRules.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/tokens")
class TokensEndpoint {

  private final Tokens tokens;
  private final OnceOnly once;

  TokensEndpoint(Tokens tokens, OnceOnly once) {
    this.tokens = tokens;
    this.once = once;
  }

  record Listed(List<TokenView> items) {}

  record Shown(@JsonUnwrapped TokenView view, String token) {}

  @GetMapping
  Mono<Listed> list(Caller caller) {
    return tokens.list(caller.profile().id()).map(Listed::new);
  }

  @PostMapping
  Mono<ResponseEntity<Object>> make(
      Caller caller,
      @RequestBody Wish wish,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return key == null
        ? make(caller, wish)
        : once.run(caller.profile().id(), key, wish, () -> make(caller, wish));
  }

  private Mono<ResponseEntity<Object>> make(Caller caller, Wish wish) {
    return tokens
        .make(caller, wish)
        .map(
            answer ->
                switch (answer) {
                  case Tokens.Made(TokenView view, String text) ->
                      ResponseEntity.status(HttpStatus.CREATED).body(new Shown(view, text));
                  case Tokens.Declined(TokenRules.Refusal refusal) ->
                      Problem.of(HttpStatus.BAD_REQUEST, refusal.name(), refusal.sentence())
                          .toResponse();
                });
  }

  @DeleteMapping("/{id}")
  Mono<ResponseEntity<Object>> revoke(Caller caller, @PathVariable String id) {
    return tokens
        .revoke(caller.profile().id(), id)
        .map(
            known ->
                known
                    ? ResponseEntity.noContent().build()
                    : Problem.of(
                            HttpStatus.NOT_FOUND,
                            "NO_SUCH_TOKEN",
                            "You have no access token with this id.")
                        .toResponse());
  }
}
