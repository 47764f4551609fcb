package dev.mockingbird.interview.room;

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
            question -> guards.putAll(Decision.guards(room, Scope.document(question.document()))));
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

  private static String draft(Room room, AskedQuestion question) {
    return room.findDocument(question.document()).map(Document::text).orElse("");
  }

  private static List<Integer> unreleased(Room room) {
    return room.questions().stream()
        .filter(question -> !question.released())
        .map(AskedQuestion::question)
        .toList();
  }
}
