package dev.mockingbird.interview.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.document.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A room brought to where a test begins, by sending it commands.
public final class RoomFixture {

  public static final PersonId IVAN = new PersonId("demo:1002");
  public static final PersonId CHEN = new PersonId("demo:1003");
  public static final PersonId OLGA = new PersonId("demo:1005");
  public static final PersonId MEI = new PersonId("demo:1006");
  public static final PersonId STRANGER = new PersonId("demo:9999");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Room room = new Room();
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");

  public static RoomFixture openRoom() {
    return new RoomFixture()
        .after(
            PersonId.SYSTEM, new RoomCommand.OpenRoom("Backend", Language.CHINESE, 45, null, IVAN))
        .after(PersonId.SYSTEM, new RoomCommand.PlanQuestion(question("aof"), staff("aof")))
        .after(PersonId.SYSTEM, new RoomCommand.PlanQuestion(question("tcp"), staff("tcp")))
        .after(PersonId.SYSTEM, new RoomCommand.GrantCapability(CHEN, Capability.ANSWER))
        .after(PersonId.SYSTEM, new RoomCommand.GrantCapability(OLGA, Capability.OBSERVE));
  }

  public static RoomFixture liveRoom() {
    return openRoom()
        .after(CHEN, new RoomCommand.GiveConsent())
        .after(IVAN, new RoomCommand.AdmitCandidate(CHEN));
  }

  public static RoomFixture liveRoomWithAQuestionAsked() {
    return liveRoom().after(IVAN, new RoomCommand.AskQuestion(0));
  }

  public RoomFixture after(PersonId actor, RoomCommand command) {
    assertThat(decide(actor, command))
        .as("%s by %s", command, actor)
        .isInstanceOf(Decision.Accepted.class);
    if (decide(actor, command) instanceof Decision.Accepted accepted) {
      now = now.plusSeconds(10);
      accepted.entries().forEach(entry -> room.evolve(entry, room.sequence() + 1, now));
    }
    return this;
  }

  public RoomFixture typed(PersonId actor, String text) {
    int length = room.findDocument("q1:text").orElseThrow().text().length();
    return after(actor, edit("q1:text", version("q1:text"), insert(length, text, actor.value())));
  }

  /// Time passes.
  public RoomFixture waiting(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  public Decision decide(PersonId actor, RoomCommand command) {
    return RoomDecider.decide(room, actor, command, now);
  }

  /// The facts a command becomes.
  public List<RoomEvent> facts(PersonId actor, RoomCommand command) {
    return decide(actor, command) instanceof Decision.Accepted accepted
        ? accepted.entries().stream().map(entry -> ((RoomEntry.Happened) entry).event()).toList()
        : List.of();
  }

  public Rejection refusal(PersonId actor, RoomCommand command) {
    Decision decision = decide(actor, command);
    assertThat(decision).isInstanceOf(Decision.Rejected.class);
    return ((Decision.Rejected) decision).reason();
  }

  public int version(String document) {
    return room.findDocument(document).orElseThrow().version();
  }

  public Room room() {
    return room;
  }

  public Instant now() {
    return now;
  }

  public static RoomCommand.EditDocument edit(String document, int version, Update... updates) {
    return new RoomCommand.EditDocument(document, version, List.of(updates));
  }

  /// Inserts one line at the end of a document of `length` units.
  public static Update insert(int length, String line, String client) {
    return JSON.readValue(
        "{\"client\":\"%s\",\"changes\":[%s[0,%s]]}"
            .formatted(client, length == 0 ? "" : length + ",", JSON.writeValueAsString(line)),
        Update.class);
  }

  /// Decodes journals; encoding facts would need keys.
  public static RoomEntryCodec codec() {
    return new RoomEntryCodec(new EventCodec("default", null));
  }

  public static QuestionSnapshot question(String id) {
    return new QuestionSnapshot(
        id, 1, Language.CHINESE, "数据库", "问题 " + id, "", Difficulty.MEDIUM, 5, List.of());
  }

  public static StaffMaterial staff(String id) {
    return new StaffMaterial(
        "参考答案 " + id,
        List.of(new KeyPoint("要点 " + id, 3)),
        List.of("提示 " + id),
        List.of("https://example.org/" + id),
        List.of("评分标准 " + id),
        List.of("备用追问 " + id));
  }
}
