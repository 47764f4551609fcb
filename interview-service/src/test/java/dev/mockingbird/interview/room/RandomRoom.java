package dev.mockingbird.interview.room;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;

import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import dev.mockingbird.interview.document.Document;
import dev.mockingbird.interview.document.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An interview in which people do things at random, as a journal: mostly typing, in Chinese and
/// with emoji, in four documents.
public final class RandomRoom {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String[] WORDS = {"追加写", "fsync ", "🙂", "\n", "a", "每秒一次，", "  return x;"};
  private static final int LONGEST = 2_000;

  private final Random random;
  private final Room room = new Room();
  private final List<RoomEntry> entries = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");

  /// @param length entries at least
  public RandomRoom(long seed, int length) {
    this(seed, length, 40);
  }

  /// @param typing the greater, the fewer of the things done are anything but typing
  public RandomRoom(long seed, int length, int typing) {
    random = new Random(seed);
    system(new RoomCommand.OpenRoom("后端 🙂", Language.CHINESE, 45, null, IVAN));
    system(new RoomCommand.GrantCapability(CHEN, Capability.ANSWER));
    system(new RoomCommand.GrantCapability(OLGA, Capability.OBSERVE));
    for (String question : List.of("aof", "tcp", "gc")) {
      system(
          new RoomCommand.PlanQuestion(
              RoomFixture.question(question), RoomFixture.staff(question)));
    }
    take(CHEN, new RoomCommand.GiveConsent());
    take(IVAN, new RoomCommand.AdmitCandidate(CHEN));
    take(IVAN, new RoomCommand.AskQuestion(0));
    take(IVAN, new RoomCommand.AskQuestion(1));
    while (entries.size() < length) {
      something(typing);
    }
  }

  public RandomRoom ended() {
    take(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER));
    return this;
  }

  public List<RoomEntry> entries() {
    return entries;
  }

  public Room room() {
    return room;
  }

  /// As the journal would hold it.
  public List<JournalEntry> journal() {
    List<JournalEntry> journal = new ArrayList<>(entries.size());
    long facts = 0;
    for (int i = 0; i < entries.size(); i++) {
      boolean fact = entries.get(i) instanceof RoomEntry.Happened;
      facts += fact ? 1 : 0;
      journal.add(new JournalEntry(i + 1, times.get(i), fact ? facts : 0, json(entries.get(i))));
    }
    return journal;
  }

  private static String json(RoomEntry entry) {
    ObjectNode tree = JSON.createObjectNode();
    switch (entry) {
      case RoomEntry.Happened(PersonId actor, var event) ->
          tree.put("type", EventTypes.wireType(event.getClass()))
              .put("actor", actor.value())
              .set("data", JSON.valueToTree(event));
      case RoomEntry.Edited edited ->
          tree.put("type", "document-edited")
              .put("actor", edited.actor().value())
              .put("document", edited.document())
              .put("version", edited.version())
              .set("updates", JSON.valueToTree(edited.updates()));
    }
    return JSON.writeValueAsString(tree);
  }

  private void something(int typing) {
    switch (random.nextInt(typing)) {
      case 0 -> take(IVAN, new RoomCommand.PostChat("说说 " + random.nextInt()));
      case 1 -> take(IVAN, new RoomCommand.WriteNote("note " + random.nextInt(), 1));
      case 2 -> take(OLGA, new RoomCommand.WriteNote("mine " + random.nextInt(), null));
      case 3 -> take(IVAN, new RoomCommand.ShowHint(question()));
      case 4 -> submit(document());
      case 5 -> take(CHEN, new RoomCommand.PostChat("好的"));
      case 6 -> take(CHEN, new RoomCommand.ChooseLanguage(question(), language()));
      case 7 -> take(IVAN, new RoomCommand.AskFollowUp(question(), "为什么 " + random.nextInt()));
      case 8 -> take(IVAN, new RoomCommand.TickKeyPoint(question(), 0, random.nextBoolean()));
      case 9 -> take(IVAN, new RoomCommand.AllotTime(question(), 1 + random.nextInt(30)));
      case 10 -> take(IVAN, new RoomCommand.StartFocus(1));
      case 11 -> take(CHEN, new RoomCommand.EndFocus());
      case 12 -> run(document());
      default -> type(document(), random.nextInt(3) > 0 ? CHEN : IVAN);
    }
  }

  private int question() {
    return 1 + random.nextInt(2);
  }

  private CodeLanguage language() {
    return random.nextBoolean() ? CodeLanguage.TEXT : CodeLanguage.PYTHON;
  }

  private DocumentId document() {
    return new DocumentId(question(), language());
  }

  private void submit(DocumentId id) {
    Document document = room.findDocument(id.toString()).orElseThrow();
    take(CHEN, new RoomCommand.SubmitAnswer(id.question(), document.id(), document.version()));
  }

  private void run(DocumentId id) {
    Document document = room.findDocument(id.toString()).orElseThrow();
    take(
        CHEN,
        new RoomCommand.ReportRun(
            id.question(),
            document.id(),
            document.version(),
            RunOutcome.FINISHED,
            "输出 " + random.nextInt(),
            false,
            40));
  }

  private void type(DocumentId id, PersonId person) {
    Document document = room.findDocument(id.toString()).orElseThrow();
    String text = document.text();
    int from = random.nextInt(text.length() + 1);
    int deleted =
        text.length() > LONGEST
            ? text.length() - from
            : random.nextInt(Math.min(3, text.length() - from) + 1);
    String inserted = WORDS[random.nextInt(WORDS.length)];
    List<Object> changes = new ArrayList<>();
    if (from > 0) {
      changes.add(from);
    }
    List<Object> replaced = new ArrayList<>(List.of(deleted));
    replaced.addAll(List.of(inserted.split("\n", -1)));
    changes.add(replaced);
    if (text.length() - from - deleted > 0) {
      changes.add(text.length() - from - deleted);
    }
    String update =
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("client", person.value())
                .<ObjectNode>set("changes", JSON.valueToTree(changes)));
    take(
        person,
        new RoomCommand.EditDocument(
            document.id(), document.version(), List.of(JSON.readValue(update, Update.class))));
  }

  private void system(RoomCommand command) {
    take(PersonId.SYSTEM, command);
  }

  private void take(PersonId actor, RoomCommand command) {
    if (RoomDecider.decide(room, actor, command, now) instanceof Decision.Accepted accepted) {
      now = now.plusMillis(random.nextInt(3_000));
      for (RoomEntry entry : accepted.entries()) {
        room.evolve(entry, room.sequence() + 1, now);
        entries.add(entry);
        times.add(now);
      }
    }
  }
}
