package dev.mockingbird.scoring.report;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.scoring.Problems;
import dev.mockingbird.scoring.security.Caller;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
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
      accessLog.viewed(interview, person, correlationId());
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

  private static String correlationId() {
    String id = MDC.get("correlationId");
    return id == null ? UUID.randomUUID().toString() : id;
  }
}
