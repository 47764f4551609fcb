package dev.mockingbird.scoring.story;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.StaffMaterial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The facts of one interview as the relay would send them.
public final class Interview {

  public static final PersonId WANG = new PersonId("demo:1001");
  public static final PersonId CHEN = new PersonId("demo:1003");
  public static final String GOOD =
      "RDB takes a snapshot of the memory at intervals; AOF appends every write command to a log.";
  public static final StaffMaterial STAFF =
      new StaffMaterial(
          "RDB writes snapshots at intervals. AOF appends every write command.",
          List.of(
              new KeyPoint("RDB writes a snapshot of the data at intervals", 2),
              new KeyPoint("AOF appends every write command to a log", 2)),
          List.of("Think of a power cut"),
          List.of());
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  public final String id;
  public final List<EventEnvelope<?>> facts = new ArrayList<>();

  private Interview(String id) {
    this.id = id;
  }

  /// Opened, with Wang as interviewer and Chen as candidate, and `questions` asked.
  public static Interview withQuestions(int questions) {
    return named(UUID.randomUUID().toString(), questions);
  }

  public static Interview named(String id, int questions) {
    Interview interview = new Interview(id);
    interview.add(
        new RoomEvent.RoomOpened("Backend, second round", Language.ENGLISH, 45, null),
        new RoomEvent.CapabilityGranted(WANG, Capability.INTERVIEW),
        new RoomEvent.CapabilityGranted(CHEN, Capability.ANSWER),
        new RoomEvent.ConsentGiven(CHEN, 1),
        new RoomEvent.CandidateAdmitted(CHEN));
    for (int number = 1; number <= questions; number++) {
      interview.add(new RoomEvent.QuestionAsked(number, number - 1, question(number), STAFF));
    }
    return interview;
  }

  public EventEnvelope<?> answer(int question, int attempt, String text) {
    return answer(question, attempt, text, STAFF);
  }

  public EventEnvelope<?> answer(int question, int attempt, String text, StaffMaterial staff) {
    add(
        new RoomEvent.AnswerSubmitted(
            question, attempt, CHEN, text, "q" + question + ":text", 3, question(question), staff));
    return facts.getLast();
  }

  public void release(Integer... questions) {
    add(new RoomEvent.FeedbackReleased(List.of(questions)));
  }

  public void end(String... drafts) {
    List<RoomEvent.AskedQuestion> asked = new ArrayList<>();
    for (int i = 0; i < drafts.length; i++) {
      asked.add(new RoomEvent.AskedQuestion(i + 1, question(i + 1), 0, drafts[i]));
    }
    add(
        new RoomEvent.RoomEnded(
            RoomEvent.EndReason.BY_INTERVIEWER,
            "Backend, second round",
            Language.ENGLISH,
            NINE,
            List.of(
                new RoomEvent.Member(WANG, Capability.INTERVIEW),
                new RoomEvent.Member(CHEN, Capability.ANSWER)),
            asked));
  }

  public void add(DomainEvent... events) {
    for (DomainEvent event : events) {
      int number = facts.size() + 1;
      facts.add(
          new EventEnvelope<>(
              id + "/" + number,
              EventTypes.wireType(event.getClass()),
              "default",
              id,
              number,
              number * 3L,
              NINE.plusSeconds(number * 60L),
              CHEN,
              "test-correlation",
              null,
              event));
    }
  }

  private static QuestionSnapshot question(int number) {
    return new QuestionSnapshot(
        "q-" + number,
        1,
        Language.ENGLISH,
        "Databases",
        "How can a Redis server keep its data over a restart?",
        "",
        Difficulty.MEDIUM,
        5,
        List.of());
  }
}
