package dev.mockingbird.search.bank;

import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.web.Caller;
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

  private final BankReader bank;
  private final ReferenceViews views;

  QuestionController(BankReader bank, ReferenceViews views) {
    this.bank = bank;
    this.views = views;
  }

  record Snapshot(QuestionSnapshot question, StaffMaterial staff) {}

  /// Staff see all of it, also while it is retired or only drafted, and that they saw it is
  /// remembered before they do. Everybody else sees what is found.
  @GetMapping
  QuestionDetails question(@AuthenticationPrincipal Jwt jwt, @PathVariable String id) {
    Caller caller = Caller.of(jwt);
    return BankProblems.orUnavailable(
        () -> caller.staff() ? forStaff(id, caller) : forEverybody(id));
  }

  @GetMapping("/snapshot")
  Snapshot snapshot(@AuthenticationPrincipal Jwt jwt, @PathVariable String id) {
    Caller caller = Caller.of(jwt);
    if (!caller.staff()) {
      throw BankProblems.staffOnly();
    }
    return BankProblems.orUnavailable(
        () -> {
          Question question = find(id);
          views.remember(id, caller);
          return new Snapshot(question.content(), question.staff());
        });
  }

  private QuestionDetails forEverybody(String id) {
    Question question = find(id);
    return QuestionDetails.of(question, bank.translation(question));
  }

  private QuestionDetails forStaff(String id, Caller caller) {
    BankReader.Known known = bank.read(id);
    Question question = known.state().shown().orElseThrow(() -> BankProblems.noSuchQuestion(id));
    QuestionState.Draft draft = known.state().draft();
    views.remember(id, caller);
    return QuestionDetails.of(question, bank.translation(question))
        .withStaff(
            question,
            known,
            caller,
            draft == null
                ? null
                : QuestionForm.of(
                    draft.question(), bank.linked(draft.question(), known.state().current())));
  }

  private Question find(String id) {
    return bank.find(id).orElseThrow(() -> BankProblems.noSuchQuestion(id));
  }
}
