package dev.mockingbird.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.events.ScoreEvent.Standing;
import dev.mockingbird.scoring.report.Report.QuestionStatus;
import dev.mockingbird.scoring.story.Interview;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportComposerTest {

  private static final Set<Capability> STAFF = Set.of(Capability.INTERVIEW);
  private static final Set<Capability> CANDIDATE = Set.of(Capability.ANSWER);

  private final Interview interview = Interview.withQuestions(3);
  private StoredInterview scores = StoredInterview.empty(interview.id);

  @Test
  void countsTheLastAnswerBeforeTheRelease() {
    interview.answer(1, 1, "first");
    interview.answer(1, 2, "second");
    interview.release(1);
    interview.answer(1, 3, "too late");
    score(1, 2, "1", 64);

    Report.Question question = report(STAFF).questions().getFirst();
    assertThat(question.answer()).isNotNull();
    assertThat(question.answer().text()).isEqualTo("second");
    assertThat(question.answer().attempts()).isEqualTo(3);
    assertThat(question.score()).isEqualTo(64);
  }

  @Test
  void isPendingUntilTheCountingAnswerIsScored() {
    interview.answer(1, 1, "first");
    score(1, 1, "1", 20);
    interview.answer(1, 2, "second");

    Report report = report(STAFF);
    assertThat(report.questions().getFirst().status()).isEqualTo(QuestionStatus.PENDING);
    assertThat(report.questions().getFirst().score()).isNull();
    assertThat(report.overall()).isEqualTo(new Report.Overall(null, 0, 0, 0, 1, 2));
  }

  @Test
  void neverLetsANewerScorerReplaceTheScore() {
    interview.answer(1, 1, "first");
    score(1, 1, "9", 40);
    score(1, 1, "10", 90);

    assertThat(report(STAFF).questions().getFirst().score()).isEqualTo(40);
  }

  @Test
  void takesTheScoreOfALaterScorerWhereTheFirstOneFailed() {
    interview.answer(1, 1, "first");
    notScored(1, "1", ScoreEvent.NotScoredReason.SCORING_FAILED);
    assertThat(report(STAFF).questions().getFirst().status()).isEqualTo(QuestionStatus.NOT_SCORED);
    assertThat(report(STAFF).questions().getFirst().reason()).isEqualTo("SCORING_FAILED");

    score(1, 1, "2", 90);

    assertThat(report(STAFF).questions().getFirst().score()).isEqualTo(90);
  }

  @Test
  void callsAQuestionUnansweredOnlyWhenNobodyCanAnswerItAnyMore() {
    assertThat(statuses()).containsOnly(QuestionStatus.OPEN);

    interview.release(1);
    assertThat(statuses())
        .containsExactly(QuestionStatus.NOT_ANSWERED, QuestionStatus.OPEN, QuestionStatus.OPEN);

    interview.end("", "", "");
    assertThat(statuses()).containsOnly(QuestionStatus.NOT_ANSWERED);
  }

  @Test
  void leavesWhatIsNotScoredOutOfTheMean() {
    interview.answer(1, 1, "one");
    interview.answer(2, 1, "two");
    interview.answer(3, 1, "three");
    score(1, 1, "1", 80);
    score(2, 1, "1", 0);
    notScored(3, "1", ScoreEvent.NotScoredReason.OTHER_LANGUAGE);

    Report report = report(STAFF);
    assertThat(report.overall()).isEqualTo(new Report.Overall(40, 2, 1, 0, 0, 0));
    assertThat(report.questions().get(2).reason()).isEqualTo("OTHER_LANGUAGE");
    assertThat(report.questions().get(2).score()).isNull();
  }

  @Test
  void showsACandidateNothingOfTheReferenceBeforeItsRelease() {
    interview.answer(1, 1, "one");
    interview.answer(2, 1, "two");
    score(1, 1, "1", 80);
    score(2, 1, "1", 70);
    assertThat(ReportComposer.mayRead(history(), CANDIDATE)).isFalse();
    assertThat(ReportComposer.mayRead(history(), Set.of(Capability.OBSERVE))).isTrue();

    interview.release(1);
    Report.Question closed = report(CANDIDATE).questions().get(1);
    assertThat(closed.reference()).isNull();
    assertThat(closed.score()).isNull();
    assertThat(closed.keyPoints()).isEmpty();
    assertThat(report(CANDIDATE).questions().getFirst().score()).isEqualTo(80);
    assertThat(report(STAFF).questions().get(1).score()).isEqualTo(70);
  }

  @Test
  void showsStaffAloneThatASecondOpinionFailedOrNeedsReview() {
    interview.answer(1, 1, "first");
    score(1, 1, "1", 40);
    ScoreEvent.Scorer model = new ScoreEvent.Scorer("language-model", "tiny/1", "2");
    add(
        new ScoreEvent.AnswerNotScored(
            ref(1, 1),
            model,
            ScoreEvent.NotScoredReason.MODEL_UNAVAILABLE,
            ScoreEvent.Standing.PROPOSED),
        Instant.EPOCH);
    interview.release(1);

    assertThat(report(STAFF).questions().getFirst().score()).isEqualTo(40);
    assertThat(report(STAFF).questions().getFirst().proposals())
        .containsExactly(
            new Report.Proposal(
                model, QuestionStatus.NOT_SCORED, null, null, null, "MODEL_UNAVAILABLE"));

    add(
        new ScoreEvent.AnswerScored(
            ref(1, 1),
            model,
            95,
            30,
            95,
            List.of("NEEDS_REVIEW", "LONG_ANSWER"),
            List.of(),
            ScoreEvent.Standing.PROPOSED),
        Instant.EPOCH);

    assertThat(report(STAFF).questions().getFirst().score()).isEqualTo(40);
    assertThat(report(STAFF).questions().getFirst().proposals())
        .containsExactly(
            new Report.Proposal(model, QuestionStatus.SCORED, 95, 30, 95, "NEEDS_REVIEW"));
    assertThat(report(CANDIDATE).questions().getFirst().proposals()).isEmpty();
  }

  @Test
  void letsAProposalWaitBesideTheScoreUntilItIsAccepted() {
    interview.answer(1, 1, "first");
    score(1, 1, "1", 40);
    propose(1, 1, "2", 90);

    Report.Question before = report(STAFF).questions().getFirst();
    assertThat(before.score()).isEqualTo(40);
    assertThat(before.proposals())
        .containsExactly(new Report.Proposal(scorer("2"), QuestionStatus.SCORED, 90, 0, 100, null));
    assertThat(report(STAFF).overall().score()).isEqualTo(40);

    accept(1, 1, "2", 1);

    Report.Question after = report(STAFF).questions().getFirst();
    assertThat(after.score()).isEqualTo(90);
    assertThat(after.scorer()).isEqualTo(scorer("2"));
    assertThat(after.proposals()).extracting(Report.Proposal::scorer).containsExactly(scorer("1"));
    assertThat(report(STAFF).overall().score()).isEqualTo(90);
  }

  @Test
  void isPendingWhileThereIsOnlyAProposal() {
    interview.answer(1, 1, "first");
    propose(1, 1, "2", 90);

    Report.Question question = report(STAFF).questions().getFirst();
    assertThat(question.status()).isEqualTo(QuestionStatus.PENDING);
    assertThat(question.score()).isNull();
    assertThat(report(STAFF).overall()).isEqualTo(new Report.Overall(null, 0, 0, 0, 1, 2));
  }

  @Test
  void goesBackToTheFirstScoreWhenThatIsAcceptedAgain() {
    interview.answer(1, 1, "first");
    score(1, 1, "1", 40);
    propose(1, 1, "2", 90);
    accept(1, 1, "2", 1);
    accept(1, 1, "1", 2);

    assertThat(report(STAFF).questions().getFirst().score()).isEqualTo(40);
  }

  @Test
  void offersStaffToTryAgainWhereTheScorerFailed() {
    interview.answer(1, 1, "one");
    interview.answer(2, 1, "two");
    interview.answer(3, 1, "three");
    notScored(1, "1", ScoreEvent.NotScoredReason.SCORING_FAILED);
    notScored(2, "1", ScoreEvent.NotScoredReason.MODEL_UNAVAILABLE);
    notScored(3, "1", ScoreEvent.NotScoredReason.NO_REFERENCE);

    assertThat(report(STAFF).questions())
        .extracting(Report.Question::failed)
        .containsExactly(true, true, false);
  }

  @Test
  void showsACandidateNeitherProposalsNorThatItMayBeTriedAgain() {
    interview.answer(1, 1, "one");
    interview.answer(2, 1, "two");
    score(1, 1, "1", 80);
    propose(1, 1, "2", 90);
    notScored(2, "1", ScoreEvent.NotScoredReason.SCORING_FAILED);
    interview.release(1, 2);
    interview.end("", "", "");

    assertThat(report(CANDIDATE).questions())
        .allSatisfy(
            question -> {
              assertThat(question.proposals()).isEmpty();
              assertThat(question.failed()).isFalse();
            });
    assertThat(report(CANDIDATE).questions().getFirst().score()).isEqualTo(80);
  }

  /// Whatever scorers find and staff accept: a question that is not released tells nothing of it.
  @Test
  void tellsACandidateTheSameOfAClosedQuestionWhateverIsFoundAndAccepted() {
    interview.answer(1, 1, "one");
    interview.answer(2, 1, "two");
    interview.release(1);
    Report before = report(CANDIDATE);

    score(2, 1, "1", 80);
    propose(2, 1, "2", 90);
    assertThat(report(CANDIDATE)).isEqualTo(before);
    accept(2, 1, "2", 1);
    assertThat(report(CANDIDATE)).isEqualTo(before);
    notScored(2, "3", ScoreEvent.NotScoredReason.SCORING_FAILED);
    assertThat(report(CANDIDATE)).isEqualTo(before);
  }

  private List<QuestionStatus> statuses() {
    return report(STAFF).questions().stream().map(Report.Question::status).toList();
  }

  private void notScored(int question, String version, ScoreEvent.NotScoredReason reason) {
    add(
        new ScoreEvent.AnswerNotScored(ref(question, 1), scorer(version), reason, Standing.COUNTS),
        Instant.EPOCH);
  }

  private void score(int question, int attempt, String version, int score) {
    add(question, attempt, version, score, Standing.COUNTS);
  }

  private void propose(int question, int attempt, String version, int score) {
    add(question, attempt, version, score, Standing.PROPOSED);
  }

  private void add(int question, int attempt, String version, int score, Standing standing) {
    add(
        new ScoreEvent.AnswerScored(
            ref(question, attempt), scorer(version), score, 0, 100, List.of(), List.of(), standing),
        Instant.EPOCH);
  }

  private void accept(int question, int attempt, String version, int second) {
    add(
        new ScoreEvent.ProposalAccepted(ref(question, attempt), scorer(version)),
        Instant.EPOCH.plusSeconds(second));
  }

  private static ScoreEvent.Scorer scorer(String version) {
    return new ScoreEvent.Scorer("alignment", version, version);
  }

  private ScoreEvent.AnswerRef ref(int question, int attempt) {
    return new ScoreEvent.AnswerRef(
        interview.id, question, attempt, Interview.CHEN, "q-" + question, 1, "");
  }

  private void add(ScoreEvent event, Instant at) {
    scores =
        scores.with(
            new EventEnvelope<>(
                event.toString(),
                EventTypes.wireType(event.getClass()),
                "default",
                interview.id,
                0,
                1,
                at,
                PersonId.SYSTEM,
                "c",
                null,
                event));
  }

  private InterviewHistory history() {
    StoredInterview stored = scores;
    for (EventEnvelope<?> fact : interview.facts) {
      stored = stored.with(fact);
    }
    return InterviewHistory.of(stored);
  }

  private Report report(Set<Capability> viewer) {
    return ReportComposer.compose(history(), viewer);
  }
}
