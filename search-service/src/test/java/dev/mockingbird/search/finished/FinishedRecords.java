package dev.mockingbird.search.finished;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.events.Topics;
import dev.mockingbird.search.RunningService;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Ends of interviews, on Kafka as the relay would put them.
public final class FinishedRecords {

  private final RunningService service;

  public FinishedRecords(RunningService service) {
    this.service = service;
  }

  /// An interview of [RunningService#INTERVIEWER] with [RunningService#MEMBER].
  ///
  /// @return the record as Kafka got it
  public String end(String interview, String title, String question) {
    service.bean(DataKeys.class).create(interview);
    return send(interview, 9, ended(title, question));
  }

  /// An interview that goes on, in which [RunningService#INTERVIEWER] asks a question of the bank.
  void ask(String interview, String title, String question, int version) {
    service.bean(DataKeys.class).create(interview);
    send(interview, 1, new RoomEvent.RoomOpened(title, Language.CHINESE, 45, null));
    send(interview, 4, asked(question, version));
  }

  static RoomEvent.QuestionAsked asked(String question, int version) {
    return new RoomEvent.QuestionAsked(1, 0, content(question, version), StaffMaterial.NONE);
  }

  private static QuestionSnapshot content(String id, int version) {
    return new QuestionSnapshot(
        id, version, Language.CHINESE, "缓存", "题目", "", Difficulty.EASY, 5, List.of());
  }

  String send(String interview, long number, DomainEvent event) {
    String record = service.bean(EventCodec.class).encode(envelope(interview, number, event));
    produce(Topics.of(event), interview, record);
    return record;
  }

  static EventEnvelope<?> envelope(String interview, long number, DomainEvent event) {
    return new EventEnvelope<>(
        interview + "/" + number,
        EventTypes.wireType(event.getClass()),
        "default",
        interview,
        number,
        number,
        Instant.parse("2026-01-02T04:00:00Z"),
        new PersonId(INTERVIEWER),
        "test-correlation",
        null,
        event);
  }

  @SuppressWarnings("unchecked")
  void produce(String topic, String key, String value) {
    service.bean(Producer.class).send(new ProducerRecord<String, String>(topic, key, value));
  }

  private static RoomEvent.RoomEnded ended(String title, String question) {
    return new RoomEvent.RoomEnded(
        RoomEvent.EndReason.BY_INTERVIEWER,
        title,
        Language.CHINESE,
        Instant.parse("2026-01-02T03:04:05Z"),
        List.of(
            new RoomEvent.Member(new PersonId(INTERVIEWER), Capability.INTERVIEW),
            new RoomEvent.Member(new PersonId(MEMBER), Capability.ANSWER)),
        List.of(
            new RoomEvent.AskedQuestion(
                1,
                new QuestionSnapshot(
                    "q1", 1, Language.CHINESE, "缓存", question, "", Difficulty.EASY, 5, List.of()),
                1,
                "")));
  }
}
