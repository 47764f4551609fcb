package dev.mockingbird.scoring.report;

import dev.mockingbird.events.AnswerScores;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.AnswerScored;
import dev.mockingbird.scoring.report.Report.QuestionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Builds what a member may see: staff everything, a candidate what is released.
final class ReportComposer {

  private ReportComposer() {}

  /// Whether there is anything to show to somebody with these capabilities.
  static boolean mayRead(InterviewHistory history, Set<Capability> capabilities) {
    return Membership.staff(capabilities) || history.released;
  }

  static Report compose(InterviewHistory history, Set<Capability> capabilities) {
    List<Report.Question> questions = new ArrayList<>();
    boolean staff = Membership.staff(capabilities);
    history.questions.forEach(
        (number, question) ->
            questions.add(
                staff || question.released
                    ? open(number, question, history.endedAt != null, staff)
                    : closed(number, question)));
    return new Report(
        history.interview,
        history.title,
        history.language,
        history.endedAt == null ? Report.Status.LIVE : Report.Status.ENDED,
        history.startedAt,
        history.endedAt,
        history.members.inside().entrySet().stream()
            .flatMap(it -> it.getValue().stream().map(held -> new Report.Member(it.getKey(), held)))
            .toList(),
        history.released,
        questions,
        overall(questions));
  }

  /// @param over nothing can be answered any more
  private static Report.Question open(
      int number, QuestionHistory question, boolean over, boolean staff) {
    QuestionHistory.Answer counting = question.counting();
    AnswerScores scores =
        counting == null ? new AnswerScores() : question.scores(counting.attempt());
    ScoreEvent score = scores.counting().map(AnswerScores.Score::event).orElse(null);
    AnswerScored scored = score instanceof AnswerScored it ? it : null;
    return new Report.Question(
        number,
        question.content,
        status(counting, score, over || question.released),
        score == null ? null : score.explanation().orElse(null),
        scored == null ? null : scored.score(),
        scored == null ? null : scored.low(),
        scored == null ? null : scored.high(),
        answer(question),
        counting == null ? question.draft : null,
        scored == null ? List.of() : scored.keyPoints(),
        scored == null ? List.of() : scored.rules(),
        question.staff.reference(),
        question.hintsShown,
        score == null ? null : score.scorer(),
        staff ? scores.others().stream().map(it -> proposal(it.event())).toList() : List.of(),
        staff && score != null && score.failed());
  }

  private static Report.Proposal proposal(ScoreEvent score) {
    AnswerScored scored = score instanceof AnswerScored it ? it : null;
    return new Report.Proposal(
        score.scorer(),
        scored == null ? QuestionStatus.NOT_SCORED : QuestionStatus.SCORED,
        scored == null ? null : scored.score(),
        scored == null ? null : scored.low(),
        scored == null ? null : scored.high(),
        (scored == null ? score.explanation() : scored.rules().stream().findFirst()).orElse(null));
  }

  private static Report.Question closed(int number, QuestionHistory question) {
    return new Report.Question(
        number,
        question.content,
        QuestionStatus.PENDING,
        "NOT_RELEASED",
        null,
        null,
        null,
        answer(question),
        null,
        List.of(),
        List.of(),
        null,
        question.hintsShown,
        null,
        List.of(),
        false);
  }

  private static Report.@Nullable Answer answer(QuestionHistory question) {
    QuestionHistory.Answer counting = question.counting();
    return counting == null
        ? null
        : new Report.Answer(
            counting.attempt(),
            question.answers.size(),
            counting.fact().text(),
            counting.submittedAt());
  }

  private static QuestionStatus status(
      QuestionHistory.@Nullable Answer counting, @Nullable ScoreEvent score, boolean over) {
    if (counting == null) {
      return over ? QuestionStatus.NOT_ANSWERED : QuestionStatus.OPEN;
    }
    if (score == null) {
      return QuestionStatus.PENDING;
    }
    return score instanceof AnswerScored ? QuestionStatus.SCORED : QuestionStatus.NOT_SCORED;
  }

  private static Report.Overall overall(List<Report.Question> questions) {
    var mean =
        questions.stream()
            .map(Report.Question::score)
            .filter(Objects::nonNull)
            .mapToInt(score -> score)
            .average();
    return new Report.Overall(
        mean.isPresent() ? (int) Math.round(mean.getAsDouble()) : null,
        count(questions, QuestionStatus.SCORED),
        count(questions, QuestionStatus.NOT_SCORED),
        count(questions, QuestionStatus.NOT_ANSWERED),
        count(questions, QuestionStatus.PENDING),
        count(questions, QuestionStatus.OPEN));
  }

  private static int count(List<Report.Question> questions, QuestionStatus status) {
    return (int) questions.stream().filter(it -> it.status() == status).count();
  }
}
