package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Correlation;
import io.lettuce.core.RedisException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// One question, as the bank decided it; works while Elasticsearch is down.
@RestController
@RequestMapping("/api/questions/{id}")
class QuestionController {

  private final Bank bank;
  private final AccessLog accessLog;

  QuestionController(Bank bank, AccessLog accessLog) {
    this.bank = bank;
    this.accessLog = accessLog;
  }

  /// @param staff absent for callers who may not read it
  record Details(
      String id,
      int version,
      String title,
      Language language,
      String topic,
      Difficulty difficulty,
      int minutes,
      List<String> tags,
      boolean hasReference,
      String body,
      @Nullable Translation translation,
      @Nullable StaffMaterial staff) {}

  record Translation(String id, Language language, String title) {}

  record Snapshot(QuestionSnapshot question, StaffMaterial staff) {}

  /// Staff see the reference, and that they saw it is remembered before they do.
  @GetMapping
  Details question(@AuthenticationPrincipal Jwt jwt, @PathVariable String id) {
    Caller caller = Caller.of(jwt);
    return answering(
        () -> {
          Question question = find(id);
          if (caller.staff()) {
            viewed(id, caller);
          }
          return details(question, caller.staff());
        });
  }

  @GetMapping("/snapshot")
  Snapshot snapshot(@AuthenticationPrincipal Jwt jwt, @PathVariable String id) {
    Caller caller = Caller.of(jwt);
    if (!caller.staff()) {
      throw BankProblems.staffOnly();
    }
    return answering(
        () -> {
          Question question = find(id);
          viewed(id, caller);
          return new Snapshot(question.content(), question.staff());
        });
  }

  private void viewed(String id, Caller caller) {
    try {
      accessLog.viewed(Content.REFERENCE, id, caller.person(), Correlation.current());
    } catch (IllegalStateException e) {
      throw BankProblems.storeUnavailable(e);
    }
  }

  private Question find(String id) {
    return bank.find(id).orElseThrow(() -> BankProblems.noSuchQuestion(id));
  }

  private Details details(Question question, boolean staff) {
    QuestionSnapshot content = question.content();
    return new Details(
        content.id(),
        content.version(),
        content.title(),
        content.language(),
        content.topic(),
        content.difficulty(),
        content.minutes(),
        content.tags(),
        !question.staff().reference().isBlank(),
        content.body(),
        bank.translation(question)
            .map(Question::content)
            .map(it -> new Translation(it.id(), it.language(), it.title()))
            .orElse(null),
        staff ? question.staff() : null);
  }

  private static <T> T answering(Supplier<T> read) {
    try {
      return read.get();
    } catch (RedisException | CompletionException e) {
      throw BankProblems.storeUnavailable(e);
    }
  }
}
