package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.JobProfile;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.door.SourceFile;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an upload would do to the bank as it is.
///
/// @param missing questions that the list held before and does not hold now
/// @param order the list's questions as they stand in it, and what it says about each
/// @param retirements those of the missing that are to be retired
record ImportPlan(
    List<Item> items, List<Question> missing, List<Place> order, List<Retirement> retirements) {

  ImportPlan {
    Set<String> ids = new HashSet<>();
    items.stream()
        .filter(it -> it.publication() != null && !ids.add(Objects.requireNonNull(it.id())))
        .findFirst()
        .ifPresent(
            it -> {
              throw new IllegalStateException("Two items are to become the question " + it.id());
            });
  }

  /// @param taken as it goes into the bank: with the topics, and the answer if it has none, of its
  ///   duplicates
  /// @param id of the question that it is or would be; absent when nothing becomes of it
  /// @param before what the bank has
  /// @param publication absent when nothing is to be written
  record Item(
      ListItem item,
      ReadItem taken,
      Outcome outcome,
      @Nullable String id,
      @Nullable Question before,
      @Nullable Publication publication,
      List<ImportWarning> warnings) {}

  record Place(String id, Said said) {}

  /// Something to be written in a question's journal.
  sealed interface Effect {
    String id();

    /// Nothing ever happened to the question.
    boolean birth();

    /// See [dev.mockingbird.search.bank.QuestionHistory#guard].
    long guard();
  }

  /// A new version.
  ///
  /// @param changes see [Known#changes]
  /// @param claims identities it takes
  record Publication(Question question, boolean birth, long guard, int changes, List<String> claims)
      implements Effect {

    @Override
    public String id() {
      return question.content().id();
    }
  }

  record Retirement(String id, long guard, int changes) implements Effect {

    @Override
    public boolean birth() {
      return false;
    }
  }

  List<Effect> effects() {
    return Stream.<Effect>concat(publications(), retirements.stream()).toList();
  }

  Stream<Publication> publications() {
    return items.stream().map(Item::publication).filter(Objects::nonNull);
  }

  List<String> published(Outcome... outcomes) {
    Set<Outcome> wanted = Set.of(outcomes);
    return items.stream()
        .filter(it -> wanted.contains(it.outcome()) && it.publication() != null)
        .map(it -> Objects.requireNonNull(it.id()))
        .toList();
  }

  List<String> ids() {
    return order.stream().map(Place::id).toList();
  }

  List<String> said() {
    return order.stream().map(it -> it.said().text()).toList();
  }

  BankEvent.ImportApplied event(String batch, ListImport wanted) {
    return new BankEvent.ImportApplied(
        batch,
        wanted.source(),
        wanted.upload().sha256(),
        MarkdownReader.RULES,
        published(Outcome.ADDED),
        published(Outcome.CHANGED, Outcome.PROPOSED),
        count(Outcome.UNCHANGED) + count(Outcome.KNOWN) + count(Outcome.CONFLICT),
        ids(),
        retirements.stream().map(Retirement::id).toList(),
        profile(wanted.request()),
        said(),
        wanted.upload().files().stream().map(SourceFile::name).toList());
  }

  private @Nullable JobProfile profile(ImportRequest request) {
    if (request.profile() == null) {
      return null;
    }
    String title = request.profile().title();
    return new JobProfile(
        title.isEmpty() ? request.source() : title,
        items.stream()
            .filter(it -> it.outcome() == Outcome.REQUIREMENT)
            .map(Item::taken)
            .map(it -> new JobProfile.Requirement(it.topic(), it.title()))
            .toList());
  }

  int count(Outcome outcome) {
    return (int) items.stream().filter(it -> it.outcome() == outcome).count();
  }

  /// Equal for plans that do the same to the same state of the same questions.
  String basis() {
    return effects().stream()
        .map(
            it ->
                switch (it) {
                  case Publication p -> p.id() + ":" + p.changes();
                  case Retirement r -> r.id() + ":" + r.changes() + ":retired";
                })
        .collect(Collectors.joining(" "));
  }
}
