package dev.mockingbird.search.finished;

import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Problems;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AskedController {

  private final AskedSearch search;

  AskedController(AskedSearch search) {
    this.search = search;
  }

  /// Where a question was asked: of use when it has leaked.
  @GetMapping("/api/bank/questions/{id}/interviews")
  AskedSearch.AskedInterviews interviews(
      @AuthenticationPrincipal Jwt jwt, @PathVariable String id) {
    Caller caller = Caller.of(jwt);
    if (!caller.staff()) {
      throw Problems.forbidden("Only interviewers and organisers may see where it was asked.");
    }
    return search.interviews(id, caller);
  }
}
