package dev.mockingbird.search.bank;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Filing;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One question as it is told. Everything from `staff` on is absent for callers who may not read
/// it.
///
/// @param version 0 for a question that was never published
/// @param draftBy who wrote the draft last
/// @param draftOn the version that the draft was written upon
/// @param draftBase how many changes the draft has had; whoever saves one says which they saw
/// @param editable the caller may write a draft or a version now
/// @param publishable the caller may write a version now
record QuestionDetails(
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
    @Nullable StaffMaterial staff,
    @Nullable Filing filing,
    @Nullable Retirement retired,
    @Nullable QuestionForm draft,
    @Nullable PersonId draftBy,
    @Nullable Instant draftAt,
    @Nullable Integer draftOn,
    @Nullable Long draftBase,
    @Nullable Boolean editable,
    @Nullable Boolean publishable) {

  record Translation(String id, Language language, String title) {}

  record Retirement(Instant at, PersonId by, @Nullable String reason) {}

  /// Without anything that only staff may read.
  static QuestionDetails of(Question question, Optional<Question> translation) {
    QuestionSnapshot content = question.content();
    return new QuestionDetails(
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
        translation
            .map(Question::content)
            .map(it -> new Translation(it.id(), it.language(), it.title()))
            .orElse(null),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  QuestionDetails withStaff(
      Question question, BankReader.Known known, Caller caller, @Nullable QuestionForm draftForm) {
    QuestionState state = known.state();
    QuestionState.Draft proposed = state.draft();
    return new QuestionDetails(
        id,
        version,
        title,
        language,
        topic,
        difficulty,
        minutes,
        tags,
        hasReference,
        body,
        translation,
        question.staff(),
        question.filing(),
        retirement(state.retired()),
        draftForm,
        proposed == null ? null : proposed.by(),
        proposed == null ? null : proposed.at(),
        proposed == null ? null : proposed.base(),
        known.history().drafts(),
        state.retired() == null,
        state.retired() == null && caller.organiser());
  }

  private static @Nullable Retirement retirement(QuestionState.@Nullable Retirement it) {
    return it == null ? null : new Retirement(it.at(), it.by(), it.reason());
  }
}
