package dev.mockingbird.scoring.report;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.scoring.web.Caller;
import dev.mockingbird.scoring.web.Correlation;
import dev.mockingbird.scoring.web.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

  private static final Pattern INTERVIEW_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final ReportIndex index;
  private final AccessLog accessLog;

  ReportController(ReportIndex index, AccessLog accessLog) {
    this.index = index;
    this.accessLog = accessLog;
  }

  @GetMapping("/api/reports/{interview}")
  ResponseEntity<Report> report(@PathVariable String interview, JwtAuthenticationToken token) {
    PersonId person = Caller.of(token).person();
    if (!INTERVIEW_ID.matcher(interview).matches()) {
      throw Problems.noSuchReport();
    }
    InterviewHistory history = history(interview);
    Set<Capability> capabilities = history.capabilities(person);
    if (capabilities.isEmpty()) {
      throw Problems.noSuchReport();
    }
    if (!ReportComposer.mayRead(history, capabilities)) {
      throw Problems.notReleased();
    }
    Report report = ReportComposer.compose(history, capabilities);
    try {
      accessLog.viewed(Content.REPORT, interview, person, Correlation.current());
    } catch (IllegalStateException e) {
      throw Problems.storeUnavailable(e);
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(report);
  }

  private InterviewHistory history(String interview) {
    try {
      return InterviewHistory.of(
          Objects.requireNonNull(index.load(List.of(interview)).get(interview)).document());
    } catch (IOException | RuntimeException e) {
      throw Problems.storeUnavailable(e);
    }
  }
}
