package dev.mockingbird.interview.live;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.interview.document.ChangeSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A page's own fold of the frames it is sent, as `roomState.ts` does it; it shares no code with
/// [RoomView].
final class FoldedFrames {

  private static final TypeReference<List<Object>> CHANGES = new TypeReference<>() {};
  private static final int RUNS_SHOWN = 20;

  private @Nullable ObjectNode view;

  /// The canonical form of what the page knows.
  String canonical() {
    return Wire.json().writeValueAsString(Wire.json().treeToValue(view, RoomView.class));
  }

  void hear(ServerMessage message) {
    ObjectNode frame = (ObjectNode) Wire.json().readTree(Wire.write(message));
    if (frame.get("type").asString().equals("welcome")) {
      view = (ObjectNode) frame.get("room");
    } else {
      fold(frame);
    }
  }

  private void fold(ObjectNode frame) {
    switch (frame.get("type").asString()) {
      case "capability-granted" -> granted(frame);
      case "capability-withdrawn" -> withdrawn(frame);
      case "question-planned" -> list(view, "planned").add(frame.get("planned"));
      case "consent-given" -> member(frame).put("consented", true);
      case "candidate-admitted" -> admitted(frame);
      case "call-link-set" -> view.set("callLink", frame.get("url"));
      case "question-asked" -> asked(frame);
      case "hint-shown" -> list(question(frame), "hintsShown").add(frame.get("text"));
      case "follow-up-asked" -> list(question(frame), "followUps").add(said(frame, "text"));
      case "key-point-ticked" -> ticked(frame);
      case "time-allotted" -> allotted(frame);
      case "focus-started" -> view.set("focusUntil", frame.get("until"));
      case "focus-ended" -> view.remove("focusUntil");
      case "language-chosen" -> {
        question(frame).set("language", frame.get("language"));
        arrange(question(frame));
      }
      case "document-edited" -> edited(frame);
      case "code-run" -> ran(frame);
      case "answer-submitted" -> answered(frame);
      case "chat-posted" -> list(view, "chat").add(said(frame, "text"));
      case "note-written" -> list(view, "notes").add(said(frame, "text", "question"));
      case "feedback-released" -> frame.get("questions").forEach(this::released);
      case "room-ended" -> {
        view.put("status", "ENDED");
        view.set("endedAt", frame.get("at"));
      }
      case String unknown -> throw new IllegalStateException("Nobody folds " + unknown);
    }
  }

  private void granted(ObjectNode frame) {
    if (members(frame).findAny().isEmpty()) {
      ObjectNode member = list(view, "members").addObject();
      member.set("person", frame.get("person"));
      member.putArray("capabilities");
      member.put("consented", false).put("admitted", false);
    }
    ArrayNode held = list(member(frame), "capabilities");
    List<String> all =
        Stream.concat(strings(held), Stream.of(frame.get("capability").asString()))
            .distinct()
            .sorted((a, b) -> Capability.valueOf(a).compareTo(Capability.valueOf(b)))
            .toList();
    held.removeAll();
    all.forEach(held::add);
  }

  private void withdrawn(ObjectNode frame) {
    ArrayNode held = list(member(frame), "capabilities");
    held.removeIf(it -> it.equals(frame.get("capability")));
    list(view, "members").removeIf(it -> it.get("capabilities").isEmpty());
  }

  private void admitted(ObjectNode frame) {
    member(frame).put("admitted", true);
    if (view.get("status").asString().equals("WAITING")) {
      view.put("status", "LIVE");
      view.set("startedAt", frame.get("at"));
      view.put("deadline", after(frame.get("at"), view.get("plannedMinutes").asInt()));
    }
  }

  private void asked(ObjectNode frame) {
    ObjectNode question = list(view, "questions").addObject();
    Stream.of("question", "planned", "content", "staff", "hintCount")
        .filter(frame::has)
        .forEach(field -> question.set(field, frame.get(field)));
    question.set("askedAt", frame.get("at"));
    question.put("released", false).put("language", "text");
    Stream.of("hintsShown", "documents", "answers", "followUps", "runs")
        .forEach(question::putArray);
    if (frame.has("staff")) {
      question.putArray("covered");
    }
    time(question, frame.at("/content/minutes").asInt());
    arrange(question);
  }

  private void ticked(ObjectNode frame) {
    ArrayNode covered = list(question(frame), "covered");
    int keyPoint = frame.get("keyPoint").asInt();
    List<Integer> all =
        Stream.concat(
                covered.valueStream().map(JsonNode::asInt).filter(it -> it != keyPoint),
                Stream.of(keyPoint).filter(it -> frame.get("covered").asBoolean()))
            .sorted()
            .toList();
    covered.removeAll();
    all.forEach(covered::add);
  }

  private void allotted(ObjectNode frame) {
    int minutes = frame.get("minutes").asInt();
    if (frame.has("question")) {
      time(question(frame), minutes);
    } else {
      view.put("plannedMinutes", minutes);
      if (view.has("startedAt")) {
        view.put("deadline", after(view.get("startedAt"), minutes));
      }
    }
  }

  private void edited(ObjectNode frame) {
    ObjectNode question = question(frame.get("document").asString());
    String id = frame.get("document").asString();
    if (list(question, "documents").valueStream().noneMatch(it -> is(it, id))) {
      list(question, "documents").add(blank(id));
    }
    ObjectNode document =
        (ObjectNode)
            list(question, "documents").valueStream().filter(it -> is(it, id)).findFirst().get();
    int version = document.get("version").asInt();
    if (version != frame.get("version").asInt()) {
      throw new IllegalStateException("An edit of " + id + " is missing");
    }
    String text = document.get("text").asString();
    for (JsonNode update : frame.get("updates")) {
      text = ChangeSet.parse(Wire.json().convertValue(update.get("changes"), CHANGES)).apply(text);
      version++;
    }
    document.put("version", version).put("text", text);
    arrange(question);
  }

  private void ran(ObjectNode frame) {
    ArrayNode runs = list(question(frame), "runs");
    runs.add(
        said(frame, "language", "documentVersion", "outcome", "output", "truncated", "millis"));
    if (runs.size() > RUNS_SHOWN) {
      runs.remove(0);
    }
  }

  private void answered(ObjectNode frame) {
    ObjectNode answer = said(frame, "attempt", "text", "documentVersion");
    answer.set("person", frame.get("person"));
    answer.put("language", language(frame.get("document").asString()));
    list(question(frame), "answers").add(answer);
  }

  private void released(JsonNode released) {
    ObjectNode question = question((ObjectNode) released);
    question.put("released", true);
    question.set("staff", released.get("staff"));
  }

  /// In the order of the languages; one that was never edited only while it is the chosen one.
  private static void arrange(ObjectNode question) {
    ArrayNode documents = list(question, "documents");
    String chosen = question.get("language").asString();
    List<JsonNode> known = documents.valueStream().toList();
    documents.removeAll();
    for (CodeLanguage language : CodeLanguage.values()) {
      String id = "q" + question.get("question").asInt() + ":" + language.wire();
      JsonNode document =
          known.stream().filter(it -> is(it, id)).findFirst().orElseGet(() -> blank(id));
      if (document.get("version").asInt() > 0 || language.wire().equals(chosen)) {
        documents.add(document);
      }
    }
  }

  private static ObjectNode blank(String id) {
    return Wire.json()
        .createObjectNode()
        .put("id", id)
        .put("language", language(id))
        .put("version", 0)
        .put("text", "");
  }

  private static void time(ObjectNode question, int minutes) {
    question.put("minutes", minutes);
    if (minutes > 0) {
      question.put("deadline", after(question.get("askedAt"), minutes));
    }
  }

  /// A line of the frame's actor.
  private static ObjectNode said(ObjectNode frame, String... fields) {
    ObjectNode line = Wire.json().createObjectNode();
    line.set("at", frame.get("at"));
    line.set("person", frame.get("actor"));
    Stream.of(fields).filter(frame::has).forEach(field -> line.set(field, frame.get(field)));
    return line;
  }

  private ObjectNode question(ObjectNode frame) {
    return (ObjectNode) list(view, "questions").get(frame.get("question").asInt() - 1);
  }

  private ObjectNode question(String document) {
    int number = Integer.parseInt(document.substring(1, document.indexOf(':')));
    return (ObjectNode) list(view, "questions").get(number - 1);
  }

  private ObjectNode member(ObjectNode frame) {
    return (ObjectNode) members(frame).findFirst().orElseThrow();
  }

  private Stream<JsonNode> members(ObjectNode frame) {
    return list(view, "members")
        .valueStream()
        .filter(it -> it.get("person").equals(frame.get("person")));
  }

  private static String after(JsonNode at, int minutes) {
    return Instant.parse(at.asString()).plus(Duration.ofMinutes(minutes)).toString();
  }

  private static String language(String document) {
    return document.substring(document.indexOf(':') + 1);
  }

  private static boolean is(JsonNode document, String id) {
    return document.get("id").asString().equals(id);
  }

  private static ArrayNode list(ObjectNode node, String field) {
    return (ArrayNode) node.get(field);
  }

  private static Stream<String> strings(ArrayNode list) {
    return list.valueStream().map(JsonNode::asString);
  }
}
