package dev.mockingbird.gateway.session;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

@RestController
class SignOutEndpoint {

  private final SignOuts signOuts;

  SignOutEndpoint(SignOuts signOuts) {
    this.signOuts = signOuts;
  }

  /// Ends the session first: a socket that is closed and comes straight back must not find it.
  @PostMapping("/api/sign-out")
  Mono<ResponseEntity<Object>> signOut(Caller caller, WebSession session) {
    return switch (caller.proof()) {
      case Caller.BrowserSession(String handle) ->
          session
              .invalidate()
              .then(signOuts.ofHandle(handle))
              .thenReturn(ResponseEntity.noContent().build());
      case Caller.PersonalToken _ ->
          Mono.just(
              Problem.of(
                      HttpStatus.FORBIDDEN,
                      "SESSION_NEEDED",
                      "A personal access token has no session to sign out of. Revoke it with"
                          + " DELETE /api/tokens/{id}.")
                  .toResponse());
    };
  }
}
