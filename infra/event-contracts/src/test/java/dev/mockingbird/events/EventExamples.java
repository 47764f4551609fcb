package dev.mockingbird.events;

import java.time.Instant;
import java.util.List;

/// One example of every event, as the golden files show them.
final class EventExamples {

  private static final PersonId IVAN = new PersonId("github.com:583231");
  private static final PersonId CHEN = new PersonId("github.com:9919");
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final QuestionSnapshot QUESTION =
      new QuestionSnapshot(
          "q-7f3a",
          2,
          Language.CHINESE,
          "数据库 Databases",
          "Redis 如何持久化？",
          "请比较 RDB 与 AOF。",
          Difficulty.MEDIUM,
          6,
          List.of("redis", "persistence"));
  private static final StaffMaterial STAFF =
      new StaffMaterial(
          "RDB 是快照，AOF 记录写命令。",
          List.of(new KeyPoint("AOF 追加写命令", 3)),
          List.of("想想断电之后"),
          List.of("https://redis.io/docs/"),
          List.of("谈到断电时会丢多少"),
          List.of("如果磁盘满了呢？"));
  private static final Filing FILING =
      new Filing(List.of("缓存"), "starter-bank.md", "redis-persistence");
  private static final ScoreEvent.AnswerRef ANSWER =
      new ScoreEvent.AnswerRef("i-1", 1, 2, CHEN, "q-7f3a", 2, "9f86d081884c7d65");
  private static final ScoreEvent.Scorer SCORER = new ScoreEvent.Scorer("alignment", "2", "2");

  private EventExamples() {}

  static List<DomainEvent> all() {
    return List.of(
        new RoomEvent.RoomOpened("后端面试", Language.CHINESE, 45, "https://meet.example/abc"),
        new RoomEvent.CapabilityGranted(CHEN, Capability.ANSWER),
        new RoomEvent.CapabilityWithdrawn(CHEN, Capability.OBSERVE),
        new RoomEvent.QuestionPlanned(QUESTION, STAFF),
        new RoomEvent.ConsentGiven(CHEN, 1),
        new RoomEvent.CandidateAdmitted(CHEN),
        new RoomEvent.CallLinkSet("https://meet.example/xyz"),
        new RoomEvent.QuestionAsked(1, 0, QUESTION, STAFF),
        new RoomEvent.HintShown(1, 0, "想想断电之后"),
        new RoomEvent.AnswerSubmitted(1, 2, CHEN, "AOF 追加写", "q1:text", 17, QUESTION, STAFF),
        new RoomEvent.ChatPosted("听得到吗？"),
        new RoomEvent.NoteWritten("思路清楚", 1),
        new RoomEvent.LanguageChosen(1, CodeLanguage.PYTHON),
        new RoomEvent.FollowUpAsked(1, "如果主节点宕机呢？"),
        new RoomEvent.KeyPointTicked(1, 0, true),
        new RoomEvent.TimeAllotted(1, 12),
        new RoomEvent.FocusStarted(5),
        new RoomEvent.FocusEnded(),
        new RoomEvent.CodeRun(
            1,
            CodeLanguage.PYTHON,
            17,
            RoomEvent.RunOutcome.FAILED,
            "NameError: name 'aof' is not defined",
            false,
            420),
        new RoomEvent.FeedbackReleased(List.of(1, 2)),
        new RoomEvent.RoomEnded(
            RoomEvent.EndReason.BY_INTERVIEWER,
            "后端面试",
            Language.CHINESE,
            NINE,
            List.of(
                new RoomEvent.Member(IVAN, Capability.INTERVIEW),
                new RoomEvent.Member(CHEN, Capability.ANSWER)),
            List.of(new RoomEvent.AskedQuestion(1, QUESTION, 2, "AOF 追加写"))),
        new InterviewEvent.InterviewBooked("后端面试", Language.CHINESE, 45, IVAN),
        new InterviewEvent.InvitationIssued("inv-1", Capability.ANSWER, "k3yd-d1gest", NINE),
        new InterviewEvent.InvitationRevoked("inv-1"),
        new InterviewEvent.InvitationAccepted("inv-1", CHEN, Capability.ANSWER),
        new InterviewEvent.InterviewErased("receipt-1"),
        new BankEvent.QuestionPublished(QUESTION, STAFF, FILING, "batch-1"),
        new BankEvent.QuestionDrafted(QUESTION, STAFF, FILING, 1),
        new BankEvent.DraftDiscarded("q-7f3a"),
        new BankEvent.QuestionRetired("q-7f3a", "它流传出去了", "batch-1"),
        new BankEvent.QuestionReinstated(QUESTION, STAFF, FILING),
        new BankEvent.QuestionPurged("q-7f3a", "receipt-1"),
        new BankEvent.ImportApplied(
            "batch-1",
            "starter-bank.md",
            "9f86d081",
            1,
            List.of("q-7f3a"),
            List.of(),
            49,
            List.of("q-7f3a"),
            List.of(),
            new JobProfile("后端", List.of(new JobProfile.Requirement("系统", "熟悉 Linux"))),
            List.of("9f86d081884c"),
            List.of("starter-bank.md")),
        new BankEvent.ImportUndone("undo-1", "batch-1", List.of(), List.of("q-7f3a"), List.of()),
        new ScoreEvent.AnswerScored(
            ANSWER,
            SCORER,
            72,
            58,
            84,
            List.of("LONG_ANSWER"),
            List.of(
                new ScoreEvent.KeyPointScore(
                    "AOF 追加写命令",
                    3,
                    ScoreEvent.Verdict.COVERED,
                    0.91,
                    List.of(new ScoreEvent.Span(0, 7)),
                    List.of("命令"),
                    List.of("NEGATION"))),
            ScoreEvent.Standing.COUNTS),
        new ScoreEvent.AnswerNotScored(
            ANSWER, SCORER, ScoreEvent.NotScoredReason.NO_REFERENCE, ScoreEvent.Standing.PROPOSED),
        new ScoreEvent.ProposalAccepted(ANSWER, SCORER),
        new AccessEvent.ContentViewed(AccessEvent.Content.REPORT, "i-1"));
  }
}
