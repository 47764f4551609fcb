package dev.mockingbird.search.bank.editing;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.search.bank.BankProblems;
import dev.mockingbird.search.bank.QuestionForm;
import dev.mockingbird.search.web.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// Refusals of what somebody wrote.
final class EditProblems {

  private EditProblems() {}

  /// What stands now, for the second of two people.
  ///
  /// @param what `question` or `draft`
  /// @param version that stands, or that the draft was written upon
  /// @param draftBase of the draft that waits; null when the version was not seen: keep the draft
  ///   that you saw
  record Current(
      String what,
      int version,
      @Nullable Long draftBase,
      @Nullable PersonId by,
      @Nullable Instant at,
      @Nullable QuestionForm form) {}

  record Existing(String id, String title, boolean retired) {}

  static ErrorResponseException staffOnly() {
    return Problems.forbidden("Only interviewers and organisers may read and write in the bank.");
  }

  static ErrorResponseException form(List<FieldProblem> problems) {
    ErrorResponseException problem =
        Problems.invalid(problems.getFirst().field(), problems.getFirst().detail());
    problem.getBody().setProperty("problems", problems);
    return problem;
  }

  static ErrorResponseException refused(String id, Outcome.Refused refused) {
    Refusal reason = refused.reason();
    ErrorResponseException problem =
        switch (reason) {
          case NO_SUCH_QUESTION -> BankProblems.noSuchQuestion(id);
          case ORGANISERS_ONLY, NOT_YOUR_DRAFT -> Problems.forbidden(reason.sentence());
          case NO_SUCH_VERSION, NO_DRAFT ->
              Problems.of(HttpStatus.NOT_FOUND, reason.name(), reason.sentence());
          case EDIT_CONFLICT, QUESTION_RETIRED, NOT_RETIRED, QUESTION_EXISTS ->
              Problems.of(HttpStatus.CONFLICT, reason.name(), reason.sentence());
        };
    if (reason == Refusal.QUESTION_EXISTS) {
      Outcome.Existing it = Objects.requireNonNull(refused.existing());
      QuestionSnapshot content = Objects.requireNonNull(it.state().last()).question().content();
      problem
          .getBody()
          .setProperty(
              "existing", new Existing(it.id(), content.title(), it.state().retired() != null));
    }
    return problem;
  }
}
