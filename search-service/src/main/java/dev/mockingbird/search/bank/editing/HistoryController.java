package dev.mockingbird.search.bank.editing;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.BankProblems;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.ReferenceViews;
import dev.mockingbird.search.web.Caller;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a question was and what is proposed: for staff alone.
@RestController
@RequestMapping("/api/bank")
class HistoryController {

  private final BankReader bank;
  private final Drafts drafts;
  private final ReferenceViews views;

  HistoryController(BankReader bank, Drafts drafts, ReferenceViews views) {
    this.bank = bank;
    this.drafts = drafts;
    this.views = views;
  }

  record Versions(List<PastVersions.PastVersion> items) {}

  record OpenDrafts(List<OpenDraft> items) {}

  /// @param base the version it was written upon, 0 for a new question
  /// @param draftBase how many changes it has had; whoever discards it says which they saw
  record OpenDraft(String id, String title, PersonId by, Instant at, int base, long draftBase) {}

  @GetMapping("/questions/{id}/versions")
  Versions versions(@AuthenticationPrincipal Jwt jwt, @PathVariable String id) {
    Caller caller = staff(jwt);
    return BankProblems.orUnavailable(
        () -> {
          BankReader.Known known = bank.read(id);
          if (!known.state().exists()) {
            throw BankProblems.noSuchQuestion(id);
          }
          views.remember(id, caller);
          return new Versions(
              PastVersions.of(
                  known.history().counting(known.applied()),
                  counterparts(known.state().current())));
        });
  }

  @GetMapping("/drafts")
  OpenDrafts drafts(@AuthenticationPrincipal Jwt jwt) {
    staff(jwt);
    return BankProblems.orUnavailable(
        () -> new OpenDrafts(drafts.all().stream().map(HistoryController::open).toList()));
  }

  private static OpenDraft open(Drafts.Draft it) {
    return new OpenDraft(
        it.id(),
        it.draft().question().content().title(),
        it.draft().by(),
        it.draft().at(),
        it.draft().base(),
        it.changes());
  }

  /// Looks each key up once.
  private Function<Question, Optional<String>> counterparts(Optional<Question> published) {
    Map<String, Optional<String>> known = new HashMap<>();
    return question -> {
      String key = question.translationKey();
      return key == null
          ? Optional.empty()
          : known.computeIfAbsent(
              key + "/" + question.content().language(), _ -> bank.linked(question, published));
    };
  }

  private static Caller staff(Jwt jwt) {
    Caller caller = Caller.of(jwt);
    if (!caller.staff()) {
      throw EditProblems.staffOnly();
    }
    return caller;
  }
}
