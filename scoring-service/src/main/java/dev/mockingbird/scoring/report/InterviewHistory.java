package dev.mockingbird.scoring.report;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.ScoreEvent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One interview, folded from its facts in the order of their numbers.
final class InterviewHistory {

  final String interview;
  String title = "";
  Language language = Language.ENGLISH;
  @Nullable Instant startedAt;
  @Nullable Instant endedAt;
  boolean released;
  final Map<PersonId, Set<Capability>> members = new LinkedHashMap<>();
  final SortedMap<Integer, QuestionHistory> questions = new TreeMap<>();

  private InterviewHistory(String interview) {
    this.interview = interview;
  }

  static InterviewHistory of(StoredInterview stored) {
    InterviewHistory history = new InterviewHistory(stored.interview());
    stored
        .facts()
        .forEach(
            (number, fact) -> {
              if (fact.event() instanceof RoomEvent event) {
                history.apply(event, fact.at());
              }
            });
    stored
        .scores()
        .values()
        .forEach(
            score -> {
              if (score.event() instanceof ScoreEvent event) {
                history.apply(event);
              }
            });
    return history;
  }

  Set<Capability> capabilities(PersonId person) {
    return members.getOrDefault(person, Set.of());
  }

  private void apply(RoomEvent event, Instant at) {
    switch (event) {
      case RoomEvent.RoomOpened it -> {
        title = it.title();
        language = it.language();
      }
      case RoomEvent.CapabilityGranted it ->
          members
              .computeIfAbsent(it.person(), person -> EnumSet.noneOf(Capability.class))
              .add(it.capability());
      case RoomEvent.CapabilityWithdrawn it ->
          members.computeIfPresent(
              it.person(),
              (person, held) -> {
                held.remove(it.capability());
                return held.isEmpty() ? null : held;
              });
      case RoomEvent.CandidateAdmitted it -> startedAt = startedAt == null ? at : startedAt;
      case RoomEvent.QuestionAsked it ->
          questions.put(it.question(), new QuestionHistory(it.content(), it.staff()));
      case RoomEvent.HintShown it -> question(it.question(), question -> question.hintsShown++);
      case RoomEvent.AnswerSubmitted it ->
          question(
              it.question(),
              question ->
                  question.answers.put(
                      it.attempt(),
                      new QuestionHistory.Answer(it.attempt(), it.text(), at, question.released)));
      case RoomEvent.FeedbackReleased it -> {
        released = true;
        it.questions().forEach(number -> question(number, question -> question.released = true));
      }
      case RoomEvent.RoomEnded it -> {
        endedAt = at;
        startedAt = it.startedAt() == null ? startedAt : it.startedAt();
        released = true;
        it.questions()
            .forEach(
                asked -> question(asked.question(), question -> question.draft = asked.draft()));
      }
      case RoomEvent.QuestionPlanned _,
          RoomEvent.ConsentGiven _,
          RoomEvent.CallLinkSet _,
          RoomEvent.ChatPosted _,
          RoomEvent.NoteWritten _ -> {}
    }
  }

  /// The scores come sorted by scorer version: the first stays, a newer scorer only proposes.
  private void apply(ScoreEvent event) {
    question(
        event.answer().question(),
        question -> question.scores.putIfAbsent(event.answer().attempt(), event));
  }

  private void question(int number, java.util.function.Consumer<QuestionHistory> change) {
    QuestionHistory question = questions.get(number);
    if (question != null) {
      change.accept(question);
    }
  }
}
