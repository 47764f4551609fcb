package dev.mockingbird.search.finished;

import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Pages;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/finished-interviews")
class FinishedController {

  private final FinishedSearch search;

  FinishedController(FinishedSearch search) {
    this.search = search;
  }

  @GetMapping
  FinishedSearch.FoundInterviews interviews(
      @AuthenticationPrincipal Jwt jwt,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    return search.find(q, Caller.of(jwt).person(), new Pages(page, size));
  }
}
