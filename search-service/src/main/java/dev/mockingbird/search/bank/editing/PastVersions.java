package dev.mockingbird.search.bank.editing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionFact;
import dev.mockingbird.search.bank.QuestionForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A question's history as people read it.
final class PastVersions {

  /// @param version that it made, or that it was about
  /// @param kind published | restored | drafted | draft-discarded | retired | reinstated | purged
  /// @param source list that the version came from
  /// @param reason for retiring
  /// @param restores the earlier version that says the same
  record PastVersion(
      int version,
      Instant at,
      PersonId by,
      String kind,
      @Nullable String batch,
      @Nullable String source,
      @Nullable String reason,
      @Nullable Integer restores,
      @Nullable QuestionForm form) {}

  private final Function<Question, Optional<String>> translations;
  private final List<Question> versions = new ArrayList<>();
  private final List<PastVersion> items = new ArrayList<>();

  private PastVersions(Function<Question, Optional<String>> translations) {
    this.translations = translations;
  }

  /// Newest first.
  ///
  /// @param facts those that count, oldest first
  /// @param translations what a question names as its counterpart
  static List<PastVersion> of(
      List<QuestionFact> facts, Function<Question, Optional<String>> translations) {
    PastVersions past = new PastVersions(translations);
    QuestionFact before = null;
    for (QuestionFact fact : facts) {
      if (!publishedItsDraft(before, fact)) {
        past.items.add(past.item(fact));
      }
      before = fact;
    }
    return past.items.reversed();
  }

  /// Publishing a draft takes it away in the same moment: one thing to whoever did it.
  private static boolean publishedItsDraft(@Nullable QuestionFact before, QuestionFact fact) {
    return before != null
        && fact.event() instanceof BankEvent.DraftDiscarded
        && before.event() instanceof BankEvent.QuestionPublished
        && before.number() + 1 == fact.number()
        && before.at().equals(fact.at())
        && before.actor().equals(fact.actor());
  }

  private PastVersion item(QuestionFact fact) {
    return switch (fact.event()) {
      case BankEvent.QuestionPublished it ->
          published(fact, it, new Question(it.content(), it.staff(), it.filing()));
      case BankEvent.QuestionDrafted it ->
          new PastVersion(
              it.base(),
              fact.at(),
              fact.actor(),
              "drafted",
              null,
              null,
              null,
              null,
              form(new Question(it.content(), it.staff(), it.filing())));
      case BankEvent.DraftDiscarded _ -> bare(fact, "draft-discarded", null, null);
      case BankEvent.QuestionRetired it -> bare(fact, "retired", it.batch(), it.reason());
      case BankEvent.QuestionReinstated _ -> bare(fact, "reinstated", null, null);
      case BankEvent.QuestionPurged _ -> bare(fact, "purged", null, null);
      case BankEvent.ImportApplied _, BankEvent.ImportUndone _ ->
          throw new IllegalStateException("No question's journal has " + fact.event());
    };
  }

  private PastVersion published(
      QuestionFact fact, BankEvent.QuestionPublished event, Question question) {
    Optional<Question> restored =
        versions.isEmpty() || versions.getLast().says(question)
            ? Optional.empty()
            : versions.reversed().stream().filter(question::says).findFirst();
    versions.add(question);
    return new PastVersion(
        question.content().version(),
        fact.at(),
        fact.actor(),
        restored.isPresent() ? "restored" : "published",
        event.batch(),
        question.filing().source(),
        null,
        restored.map(it -> it.content().version()).orElse(null),
        form(question));
  }

  private PastVersion bare(
      QuestionFact fact, String kind, @Nullable String batch, @Nullable String reason) {
    int version = versions.isEmpty() ? 0 : versions.getLast().content().version();
    return new PastVersion(version, fact.at(), fact.actor(), kind, batch, null, reason, null, null);
  }

  private QuestionForm form(Question question) {
    return QuestionForm.of(question, translations.apply(question));
  }
}
