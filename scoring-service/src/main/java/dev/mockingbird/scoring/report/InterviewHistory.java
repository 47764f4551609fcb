package dev.mockingbird.scoring.report;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.ScoreEvent;
import java.time.Instant;
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
  final Membership members = new Membership();
  final SortedMap<Integer, QuestionHistory> questions = new TreeMap<>();

  private InterviewHistory(String interview) {
    this.interview = interview;
  }

  static InterviewHistory of(StoredInterview stored) {
    InterviewHistory history = new InterviewHistory(stored.interview());
    stored
        .facts()
        .values()
        .forEach(
            fact -> {
              EventEnvelope<?> envelope = fact.envelope(stored.interview());
              if (envelope.data() instanceof RoomEvent event) {
                history.apply(event, envelope);
              }
            });
    stored
        .scores()
        .forEach(
            score -> {
              EventEnvelope<?> envelope = score.envelope(stored.interview());
              if (envelope.data() instanceof ScoreEvent event) {
                history.apply(event, envelope);
              }
            });
    return history;
  }

  Set<Capability> capabilities(PersonId person) {
    return members.capabilities(person);
  }

  private void apply(RoomEvent event, EventEnvelope<?> envelope) {
    switch (event) {
      case RoomEvent.RoomOpened it -> {
        title = it.title();
        language = it.language();
      }
      case RoomEvent.CapabilityGranted it -> members.granted(it);
      case RoomEvent.CapabilityWithdrawn it -> members.withdrawn(it);
      case RoomEvent.ConsentGiven it -> members.consented(it);
      case RoomEvent.CandidateAdmitted it -> {
        members.admitted(it);
        startedAt = startedAt == null ? envelope.occurredAt() : startedAt;
      }
      case RoomEvent.QuestionAsked it ->
          questions.put(it.question(), new QuestionHistory(it.content(), it.staff()));
      case RoomEvent.HintShown it -> question(it.question(), question -> question.hintsShown++);
      case RoomEvent.AnswerSubmitted it ->
          question(
              it.question(),
              question ->
                  question.answers.put(
                      it.attempt(), new QuestionHistory.Answer(it, envelope, question.released)));
      case RoomEvent.FeedbackReleased it -> {
        released = true;
        it.questions().forEach(number -> question(number, question -> question.released = true));
      }
      case RoomEvent.RoomEnded it -> {
        endedAt = envelope.occurredAt();
        startedAt = it.startedAt() == null ? startedAt : it.startedAt();
        released = true;
        it.questions()
            .forEach(
                asked -> question(asked.question(), question -> question.draft = asked.draft()));
      }
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
          RoomEvent.CodeRun _ -> {}
    }
  }

  private void apply(ScoreEvent event, EventEnvelope<?> envelope) {
    question(
        event.answer().question(),
        question -> question.scores(event.answer().attempt()).add(envelope, event));
  }

  private void question(int number, java.util.function.Consumer<QuestionHistory> change) {
    QuestionHistory question = questions.get(number);
    if (question != null) {
      change.accept(question);
    }
  }
}
