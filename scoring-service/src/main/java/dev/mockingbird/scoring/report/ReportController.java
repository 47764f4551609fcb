package dev.mockingbird.scoring.report;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.scoring.web.Caller;
import dev.mockingbird.scoring.web.Correlation;
import dev.mockingbird.scoring.web.Problems;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

  private final Reports reports;
  private final AccessLog accessLog;

  ReportController(Reports reports, AccessLog accessLog) {
    this.reports = reports;
    this.accessLog = accessLog;
  }

  @GetMapping("/api/reports/{interview}")
  ResponseEntity<Report> report(@PathVariable String interview, JwtAuthenticationToken token) {
    PersonId person = Caller.of(token).person();
    InterviewHistory history = reports.history(interview);
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
}
