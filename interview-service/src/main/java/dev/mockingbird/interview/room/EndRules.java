package dev.mockingbird.interview.room;

import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.RoomEvent.FeedbackReleased;
import dev.mockingbird.events.RoomEvent.RoomEnded;
import dev.mockingbird.interview.document.Document;
import dev.mockingbird.interview.room.Decision.Accepted;
import dev.mockingbird.interview.room.Decision.Rejected;
import dev.mockingbird.interview.room.RoomEntry.Happened;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rules of releasing feedback and of ending the room.
final class EndRules {

  private EndRules() {}

  static Decision release(Room room, PersonId actor) {
    List<Integer> unreleased = unreleased(room);
    return unreleased.isEmpty()
        ? new Rejected(Rejection.NOTHING_TO_RELEASE)
        : Decision.facts(room, actor, new FeedbackReleased(unreleased));
  }

  /// Feedback is released at the end, whoever ends the room.
  static Decision end(Room room, PersonId actor, EndReason reason) {
    List<RoomEntry> entries = new ArrayList<>();
    List<Integer> unreleased = unreleased(room);
    if (!unreleased.isEmpty()) {
      entries.add(new Happened(actor, new FeedbackReleased(unreleased)));
    }
    entries.add(new Happened(actor, ended(room, reason)));
    Map<String, Long> guards = new HashMap<>(Decision.guards(room, Scope.FACTS));
    room.questions()
        .forEach(
            question ->
                documents(room, question)
                    .forEach(id -> guards.putAll(Decision.guards(room, Scope.document(id)))));
    return new Accepted(entries, guards, true);
  }

  private static RoomEnded ended(Room room, EndReason reason) {
    return new RoomEnded(
        reason,
        room.title(),
        room.language(),
        room.startedAt(),
        room.members().stream().filter(Member::inside).flatMap(EndRules::member).toList(),
        room.questions().stream().map(question -> question(room, question)).toList());
  }

  private static Stream<RoomEvent.Member> member(Member member) {
    return member.capabilities().stream()
        .sorted()
        .map(capability -> new RoomEvent.Member(member.person(), capability));
  }

  private static RoomEvent.AskedQuestion question(Room room, AskedQuestion question) {
    return new RoomEvent.AskedQuestion(
        question.question(),
        question.content(),
        question.answers().size(),
        question.answers().isEmpty() ? draft(room, question) : "");
  }

  /// What stands in the chosen language; where nothing does, the longest text in another one, so
  /// that a last click on a language does not lose what was written.
  private static String draft(Room room, AskedQuestion question) {
    String chosen = text(room, question.document());
    return chosen.isBlank()
        ? Stream.of(CodeLanguage.values())
            .map(language -> text(room, question.document(language)))
            .filter(text -> !text.isBlank())
            .max(Comparator.comparingInt(String::length))
            .orElse(chosen)
        : chosen;
  }

  /// What the draft is made of.
  private static Stream<String> documents(Room room, AskedQuestion question) {
    return question.answers().isEmpty() && text(room, question.document()).isBlank()
        ? Stream.of(CodeLanguage.values()).map(question::document)
        : Stream.of(question.document());
  }

  private static String text(Room room, String document) {
    return room.findDocument(document).map(Document::text).orElse("");
  }

  private static List<Integer> unreleased(Room room) {
    return room.questions().stream()
        .filter(question -> !question.released())
        .map(AskedQuestion::question)
        .toList();
  }
}
