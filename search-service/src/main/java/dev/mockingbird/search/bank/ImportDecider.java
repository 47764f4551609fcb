package dev.mockingbird.search.bank;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.Questions;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides what each item of a list is to the bank: new, a new version, known, or no question.
final class ImportDecider {

  /// The bank as far as one list touches it.
  ///
  /// @param holders identity -> id of the question that has it
  /// @param histories by question id
  /// @param applied the imports that took effect
  record Known(
      Map<String, String> holders, Map<String, QuestionHistory> histories, Set<String> applied) {}

  private ImportDecider() {}

  static ImportPlan decide(String source, List<ReadItem> drafts, Known known) {
    List<ImportPlan.Item> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ReadItem draft : drafts) {
      items.add(
          switch (draft.kind()) {
            case REQUIREMENT -> new ImportPlan.Item(draft, ImportPlan.Outcome.SKIPPED, null);
            case QUESTION -> question(source, draft, known, seen);
          });
    }
    return new ImportPlan(items);
  }

  static String id(Identity identity, Map<String, String> holders) {
    String byKey = identity.key() == null ? null : holders.get(identity.key());
    String byText = holders.get(identity.text());
    return byKey != null ? byKey : byText != null ? byText : identity.newId();
  }

  private static ImportPlan.Item question(
      String source, ReadItem draft, Known known, Set<String> seen) {
    Identity identity = Identity.of(source, draft);
    String id = id(identity, known.holders());
    if (!seen.add(id)) {
      return new ImportPlan.Item(draft, ImportPlan.Outcome.DUPLICATE, null);
    }
    QuestionHistory history = known.histories().getOrDefault(id, QuestionHistory.NONE);
    Optional<Question> current = history.current(known.applied());
    Question wanted = question(id, source, draft, history.versions() + 1);
    if (Questions.length(wanted.content(), wanted.staff()) > Questions.LONGEST) {
      return new ImportPlan.Item(draft, ImportPlan.Outcome.TOO_LONG, null);
    }
    if (current.isPresent() && current.get().says(wanted)) {
      return new ImportPlan.Item(draft, ImportPlan.Outcome.UNCHANGED, null);
    }
    if (current.isPresent() && saysLess(source, draft, current.get())) {
      return new ImportPlan.Item(draft, ImportPlan.Outcome.KNOWN, null);
    }
    return new ImportPlan.Item(
        draft,
        current.isPresent() ? ImportPlan.Outcome.CHANGED : ImportPlan.Outcome.ADDED,
        new ImportPlan.Publication(wanted, history.guard(), claims(identity, id, known.holders())));
  }

  /// A question that a list gave a key is changed by that list alone, and no list takes a reference
  /// away by not having one: the same wording in somebody else's list is no correction.
  private static boolean saysLess(String source, ReadItem draft, Question current) {
    String owner = current.translationKey();
    boolean ownedElsewhere = owner != null && !owner.startsWith(source + "/");
    boolean losesReference = !draft.hasReference() && !current.staff().reference().isBlank();
    return ownedElsewhere || losesReference;
  }

  /// What another question holds stays with it.
  private static List<String> claims(Identity identity, String id, Map<String, String> holders) {
    return Stream.of(Optional.ofNullable(identity.key()), Optional.of(identity.text()))
        .flatMap(Optional::stream)
        .filter(field -> holders.getOrDefault(field, id).equals(id))
        .toList();
  }

  private static Question question(String id, String source, ReadItem draft, int version) {
    @Nullable String key = draft.metadata().key();
    return new Question(
        new QuestionSnapshot(
            id,
            version,
            draft.metadata().language(),
            draft.topic(),
            draft.title(),
            draft.body(),
            draft.metadata().difficulty(),
            draft.metadata().minutes(),
            draft.metadata().tags()),
        draft.staff(),
        new Filing(draft.furtherTopics(), source, key == null ? null : source + "/" + key));
  }
}
