package dev.mockingbird.gateway.session;

import dev.mockingbird.gateway.person.Caller;
import dev.mockingbird.gateway.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

@RestController
class SignOutEndpoint {

  private final OpenSessions open;
  private final SignOuts signOuts;

  SignOutEndpoint(OpenSessions open, SignOuts signOuts) {
    this.open = open;
    this.signOuts = signOuts;
  }

  /// Ends the session first: a socket that is closed and comes straight back must not find it.
  ///
  /// @param everywhere in all browsers, not in this one only
  @PostMapping("/api/sign-out")
  Mono<ResponseEntity<Object>> signOut(
      Caller caller, WebSession session, @RequestParam(defaultValue = "false") boolean everywhere) {
    if (!(caller.proof() instanceof Caller.BrowserSession(String handle))) {
      return Mono.just(
          Problem.of(
                  HttpStatus.FORBIDDEN,
                  "SESSION_NEEDED",
                  "A personal access token has no session to sign out of. Revoke it with"
                      + " DELETE /api/tokens/{id}.")
              .toResponse());
    }
    String person = caller.profile().id();
    Mono<Void> here =
        session.invalidate().then(open.forget(person, handle)).then(signOuts.ofHandle(handle));
    Mono<Void> elsewhere =
        everywhere ? open.endAll(person).concatMap(signOuts::ofHandle).then() : Mono.empty();
    return here.then(elsewhere).thenReturn(ResponseEntity.noContent().build());
  }
}
