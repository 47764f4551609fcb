package dev.mockingbird.scoring.report;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.ScoreEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The document of one interview: the facts a report is folded from, each under its number, and
/// what scorers found and people accepted, in the order in which it first came. Adding what is
/// there already changes nothing and the order of adding does not matter, so that repeats and late
/// records are harmless; only which score came first is remembered, which is the same in every
/// reading of the log.
///
/// @param erased a tombstone: nothing else is kept, and nothing is added any more
record StoredInterview(
    String interview, boolean erased, SortedMap<Long, StoredFact> facts, List<StoredFact> scores) {

  static StoredInterview empty(String interview) {
    return new StoredInterview(interview, false, new TreeMap<>(), List.of());
  }

  StoredInterview with(EventEnvelope<?> envelope) {
    if (erased) {
      return this;
    }
    return switch (envelope.data()) {
      case InterviewErased gone -> new StoredInterview(interview, true, new TreeMap<>(), List.of());
      case RoomEvent fact when counts(fact) && !facts.containsKey(envelope.number()) -> {
        SortedMap<Long, StoredFact> more = new TreeMap<>(facts);
        more.put(envelope.number(), StoredFact.of(envelope));
        yield new StoredInterview(interview, false, more, scores);
      }
      case ScoreEvent _ when !has(envelope) -> {
        List<StoredFact> more = new ArrayList<>(scores);
        more.add(StoredFact.of(envelope));
        yield new StoredInterview(interview, false, facts, List.copyOf(more));
      }
      default -> this;
    };
  }

  /// Whether that score or acceptance is there.
  boolean has(EventEnvelope<?> score) {
    return scores.stream().anyMatch(it -> it.id().equals(score.id()));
  }

  /// What people say beside the questions is no part of the report.
  private static boolean counts(RoomEvent fact) {
    return switch (fact) {
      case RoomEvent.RoomOpened _,
          RoomEvent.CapabilityGranted _,
          RoomEvent.CapabilityWithdrawn _,
          RoomEvent.ConsentGiven _,
          RoomEvent.CandidateAdmitted _,
          RoomEvent.QuestionAsked _,
          RoomEvent.HintShown _,
          RoomEvent.AnswerSubmitted _,
          RoomEvent.FeedbackReleased _,
          RoomEvent.RoomEnded _ ->
          true;
      case RoomEvent.QuestionPlanned _,
          RoomEvent.CallLinkSet _,
          RoomEvent.ChatPosted _,
          RoomEvent.NoteWritten _,
          RoomEvent.LanguageChosen _,
          RoomEvent.FollowUpAsked _,
          RoomEvent.KeyPointTicked _,
          RoomEvent.TimeAllotted _,
          RoomEvent.FocusStarted _,
          RoomEvent.FocusEnded _,
          RoomEvent.CodeRun _ ->
          false;
    };
  }
}
