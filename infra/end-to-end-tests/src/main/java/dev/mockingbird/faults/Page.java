package dev.mockingbird.faults;

import dev.mockingbird.faults.PageRecord.Text;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A foreign client of one room, which types and keeps a record.
///
/// It trusts the service's rebase: what it has typed counts as part of the text only in the form in
/// which the journal shows it. At most one edit is on its way; an unanswered command is sent again
/// with its number after every greeting, by some pages as it was, by others made anew on the text
/// as they know it then. All state belongs to one event loop.
final class Page implements Line.Listener {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BATCH = 3;
  private static final int MOST_WAITING = 6;

  private static final class Push {
    private final long n;
    private final String document;
    private final List<String> marks;
    private ObjectNode command;
    private int left;
    private boolean acknowledged;

    Push(long n, String document, List<String> marks, ObjectNode command) {
      this.n = n;
      this.document = document;
      this.marks = marks;
      this.command = command;
      this.left = marks.size();
    }
  }

  private final EventLoop loop;
  private final Line line;
  private final String client;
  private final Random random;
  private final Typist typist;
  private final PageRecord record;
  private final Latencies latencies;
  private final boolean makesAnew;

  private final Map<String, Text> texts = new HashMap<>();
  private final LinkedHashMap<Long, ObjectNode> outbox = new LinkedHashMap<>();
  private final Map<Long, Long> firstSent = new HashMap<>();
  private int question;
  private @Nullable JsonNode position;
  private @Nullable Push push;
  private long nextN = 1;
  private int waiting;

  private int typesEveryMillis;
  private boolean actScheduled;

  private volatile boolean calm;
  private volatile long mark;
  private volatile long resumedAt;
  private volatile int versions = -1;

  Page(
      Network network,
      Line.Door door,
      String client,
      String person,
      Random random,
      Latencies latencies) {
    this.loop = network.loop();
    this.line = new Line(network, loop, door, random, this);
    this.client = client;
    this.random = random;
    this.latencies = latencies;
    this.typist = new Typist(client, random);
    this.record = new PageRecord(client, person);
    this.makesAnew = random.nextBoolean();
  }

  void start() {
    line.start();
  }

  void stop() {
    loop.execute(line::stop);
  }

  /// From now on types about so often, also while it is cut off; 0: no more.
  void types(int everyMillis) {
    loop.execute(
        () -> {
          typist.pastes(false);
          typesEveryMillis = everyMillis;
          scheduleAct();
        });
  }

  /// From now on pastes a lot, ten times a second, until it [#types] again.
  void pastes() {
    loop.execute(
        () -> {
          typist.pastes(true);
          typesEveryMillis = 100;
          scheduleAct();
        });
  }

  /// Takes nothing more off its socket, and says nothing more. The socket stays as it is.
  void stopReading() {
    record.stoppedReading();
    loop.execute(
        () -> {
          typesEveryMillis = 0;
          line.stopReading();
        });
  }

  PageRecord record() {
    return record;
  }

  /// Everything it has said is answered and has come back.
  boolean isCalm() {
    return calm;
  }

  boolean isOnline() {
    return line.isGreeted();
  }

  /// How often a socket was lost.
  long cuts() {
    return line.cuts();
  }

  /// Of all documents together; -1 before it was greeted.
  int versions() {
    return versions;
  }

  /// The next acknowledgement after `nanos` is remembered.
  void awaitAcknowledgementAfter(long nanos) {
    resumedAt = 0;
    mark = nanos;
  }

  /// 0 until there was one.
  long resumedAt() {
    return resumedAt;
  }

  /// Writes the texts it ends with into its record.
  Future<?> end() {
    return loop.submit(() -> record.ends(texts));
  }

  @Override
  public void opened() {
    ObjectNode hello = JSON.createObjectNode().put("type", "hello").put("client", client);
    if (position != null) {
      hello.set("position", position);
    }
    if (push != null) {
      hello.putObject("documents").put(push.document, textOf(push.document).version());
    }
    line.say(hello.toString());
  }

  @Override
  public void received(String frame) {
    try {
      hear(JSON.readTree(frame));
    } catch (RuntimeException e) {
      record.odd("stumbled over a frame: " + e);
    }
    look();
  }

  private void hear(JsonNode message) {
    switch (message.path("type").asString()) {
      case "welcome" -> welcomed(message);
      case "resumed" -> greeted();
      case "acknowledged" -> acknowledged(message);
      case "refused" -> refused(message);
      case "progress" -> {
        position = message.path("upTo");
        record.told(new PageRecord.Moved(position.path("sequence").asLong()));
      }
      default -> {
        if (message.has("position")) {
          entry(message);
        }
      }
    }
  }

  private void welcomed(JsonNode welcome) {
    position = welcome.path("position");
    Map<String, Text> now = new HashMap<>();
    for (JsonNode asked : welcome.path("room").path("questions")) {
      question = asked.path("question").asInt();
      asked.path("documents").forEach(it -> now.put(it.path("id").asString(), textOf(it)));
    }
    record.told(
        new PageRecord.Welcomed(
            position.path("epoch").asString(), position.path("sequence").asLong(), now));
    if (push != null) {
      takeTail(push, welcome.path("tails").path(push.document), now);
    }
    texts.clear();
    texts.putAll(now);
    greeted();
  }

  private void takeTail(Push open, JsonNode tail, Map<String, Text> now) {
    if (tail.path("from").asInt(-1) == textOf(open.document).version()) {
      tail.path("updates").forEach(update -> apply(open.document, update));
      if (!textOf(open.document).equals(now.getOrDefault(open.document, new Text(0, "")))) {
        record.odd("was welcomed with a tail that does not lead to the text beside it");
      }
    } else {
      // Whether the push is in the text it cannot know; the answer says so.
      open.left = 0;
    }
  }

  private static Text textOf(JsonNode document) {
    return new Text(document.path("version").asInt(), document.path("text").asString());
  }

  private Text textOf(String id) {
    return texts.getOrDefault(id, new Text(0, ""));
  }

  private void greeted() {
    line.greeted();
    for (Map.Entry<Long, ObjectNode> unanswered : outbox.entrySet()) {
      if (push != null && push.n == unanswered.getKey() && makesAnew && push.left > 0) {
        push.command = edit(push.n, push.document, push.marks);
        push.left = push.marks.size();
        unanswered.setValue(push.command);
      }
      line.say(unanswered.getValue().toString());
    }
    finish();
    pushNext();
    scheduleAct();
  }

  private void acknowledged(JsonNode message) {
    long n = message.path("n").asLong();
    long now = System.nanoTime();
    record.told(new PageRecord.Acknowledged(n, message.path("position").path("sequence").asLong()));
    outbox.remove(n);
    Long sent = firstSent.remove(n);
    if (sent != null) {
      latencies.add(now - sent);
    }
    if (mark != 0 && resumedAt == 0 && now >= mark) {
      resumedAt = now;
    }
    if (push != null && push.n == n) {
      push.acknowledged = true;
      finish();
    }
  }

  private void refused(JsonNode message) {
    long n = message.path("n").asLong();
    String code = message.path("code").asString();
    record.told(new PageRecord.Refused(n, code));
    record.odd("was refused its command " + n + ": " + code);
    outbox.remove(n);
    firstSent.remove(n);
    if (push != null && push.n == n) {
      push = null;
    }
  }

  private void entry(JsonNode entry) {
    String kind = entry.path("type").asString();
    position = entry.path("position");
    record.told(
        new PageRecord.Shown(
            position.path("epoch").asString(),
            position.path("sequence").asLong(),
            Entries.content(kind, entry.path("actor").asString(), entry)));
    if (kind.equals(Entries.EDITED)) {
      String id = entry.path("document").asString();
      int from = entry.path("version").asInt();
      if (from == textOf(id).version()) {
        entry.path("updates").forEach(update -> apply(id, update));
      } else {
        record.odd(
            "was shown version %d of %s while it had %d".formatted(from, id, textOf(id).version()));
        position = null;
        line.giveUp();
      }
    }
  }

  private void apply(String id, JsonNode update) {
    Text before = textOf(id);
    try {
      String after = ChangeSet.read(update.path("changes")).apply(before.text());
      texts.put(id, new Text(before.version() + 1, after));
    } catch (IllegalArgumentException e) {
      record.odd("was shown a change that does not fit: " + e.getMessage());
    }
    if (push != null
        && id.equals(push.document)
        && update.path("client").asString().equals(client)) {
      push.left--;
      finish();
    }
  }

  private void finish() {
    if (push != null && push.acknowledged && push.left <= 0) {
      push = null;
      pushNext();
    }
  }

  private void act() {
    actScheduled = false;
    if (typesEveryMillis > 0 && question > 0) {
      if (random.nextInt(20) == 0) {
        chat();
      } else {
        waiting = Math.min(MOST_WAITING, waiting + 1);
      }
    }
    pushNext();
    look();
    scheduleAct();
  }

  private void scheduleAct() {
    if (typesEveryMillis > 0 && !actScheduled) {
      actScheduled = true;
      int pause = typesEveryMillis / 2 + random.nextInt(typesEveryMillis);
      loop.schedule(this::act, pause, TimeUnit.MILLISECONDS);
    }
  }

  private void chat() {
    if (outbox.values().stream().anyMatch(it -> it.path("type").asString().equals("post-chat"))) {
      return;
    }
    long n = nextN++;
    String text = typist.line();
    say(n, JSON.createObjectNode().put("type", "post-chat").put("n", n).put("text", text), text);
  }

  private void pushNext() {
    if (push != null || waiting == 0 || !line.isGreeted()) {
      return;
    }
    int several = Math.min(waiting, 1 + random.nextInt(BATCH));
    waiting -= several;
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < several; i++) {
      marks.add(typist.mark());
    }
    long n = nextN++;
    String document = "q" + question + (random.nextInt(5) == 0 ? ":python" : ":text");
    ObjectNode command = edit(n, document, marks);
    push = new Push(n, document, marks, command);
    say(n, command, String.join("", marks));
  }

  private ObjectNode edit(long n, String document, List<String> marks) {
    Text base = textOf(document);
    ObjectNode edit =
        JSON.createObjectNode()
            .put("type", "edit")
            .put("n", n)
            .put("document", document)
            .put("version", base.version());
    ArrayNode updates = edit.putArray("updates");
    String text = base.text();
    for (String mark : marks) {
      ChangeSet change = typist.change(text, mark);
      updates.addObject().put("client", client).set("changes", change.json());
      text = change.apply(text);
    }
    return edit;
  }

  private void say(long n, ObjectNode command, String marks) {
    record.sent(n, command.path("type").asString(), Marks.of(marks));
    outbox.put(n, command);
    firstSent.put(n, System.nanoTime());
    if (line.isGreeted()) {
      line.say(command.toString());
    }
  }

  @Override
  public void lost(int code, boolean forGood) {
    if (forGood) {
      record.odd("was closed with " + code);
    }
    look();
  }

  private void look() {
    versions = texts.values().stream().mapToInt(Text::version).sum();
    calm = line.isGreeted() && outbox.isEmpty() && push == null && waiting == 0;
  }
}
