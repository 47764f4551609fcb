package dev.mockingbird.interview.room;

import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.Questions;
import dev.mockingbird.events.RoomEvent.FollowUpAsked;
import dev.mockingbird.events.RoomEvent.HintShown;
import dev.mockingbird.events.RoomEvent.KeyPointTicked;
import dev.mockingbird.events.RoomEvent.LanguageChosen;
import dev.mockingbird.events.RoomEvent.QuestionAsked;
import dev.mockingbird.events.RoomEvent.QuestionPlanned;
import dev.mockingbird.events.RoomEvent.TimeAllotted;
import dev.mockingbird.interview.room.Decision.Rejected;
import dev.mockingbird.interview.room.RoomEntry.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rules of planning and asking questions, and of what belongs to a question once asked.
final class QuestionRules {

  private static final int MOST_PLANNED = 100;
  private static final int LONGEST_FOLLOW_UP = 2_000;
  private static final int LONGEST_MINUTES = 480;

  private QuestionRules() {}

  static Decision plan(Room room, PersonId actor, RoomCommand.PlanQuestion plan) {
    if (plan.length() > Questions.LONGEST) {
      return new Rejected(Rejection.QUESTION_TOO_LONG);
    }
    return room.plan().size() >= MOST_PLANNED
            || room.planned() + plan.length() > RoomCommand.PlanQuestion.LONGEST_PLAN
        ? new Rejected(Rejection.PLAN_FULL)
        : Decision.facts(room, actor, new QuestionPlanned(plan.content(), plan.staff()));
  }

  static Decision ask(Room room, PersonId actor, int planned) {
    if (planned < 0 || planned >= room.plan().size()) {
      return new Rejected(Rejection.NO_SUCH_QUESTION);
    }
    if (room.questions().stream().anyMatch(asked -> asked.planned() == planned)) {
      return new Rejected(Rejection.ALREADY_ASKED);
    }
    Room.Planned next = room.plan().get(planned);
    return Decision.facts(
        room,
        actor,
        new QuestionAsked(room.questions().size() + 1, planned, next.content(), next.staff()));
  }

  static Decision hint(Room room, PersonId actor, int number) {
    return asked(
        room,
        number,
        question -> {
          int next = question.hintsShown().size();
          List<String> hints = question.staff().hints();
          return next >= hints.size()
              ? new Rejected(Rejection.NO_MORE_HINTS)
              : Decision.facts(room, actor, new HintShown(number, next, hints.get(next)));
        });
  }

  static Decision followUp(Room room, PersonId actor, RoomCommand.AskFollowUp followUp) {
    return asked(
        room,
        followUp.question(),
        question ->
            LineRules.line(
                followUp.text(),
                LONGEST_FOLLOW_UP,
                () ->
                    Decision.facts(
                        room, actor, new FollowUpAsked(followUp.question(), followUp.text()))));
  }

  static Decision choose(Room room, PersonId actor, int number, CodeLanguage language) {
    return asked(
        room,
        number,
        question ->
            question.language() == language
                ? Decision.already()
                : Decision.facts(room, actor, new LanguageChosen(number, language)));
  }

  /// A mark of the interviewers' own, which no other decision is made upon: it guards nothing.
  static Decision tick(Room room, PersonId actor, RoomCommand.TickKeyPoint tick) {
    return asked(
        room,
        tick.question(),
        question -> {
          if (tick.keyPoint() < 0 || tick.keyPoint() >= question.staff().keyPoints().size()) {
            return new Rejected(Rejection.NO_SUCH_KEY_POINT);
          }
          return question.covered().contains(tick.keyPoint()) == tick.covered()
              ? Decision.already()
              : Decision.entry(
                  room,
                  new Happened(
                      actor, new KeyPointTicked(tick.question(), tick.keyPoint(), tick.covered())));
        });
  }

  /// An end lies ahead when it is set: a slip of the hand neither makes a room overdue at once nor,
  /// far over its plan, lets the system end it.
  static Decision allot(
      Room room, PersonId actor, @Nullable Integer number, int minutes, Instant now) {
    if (minutes < 1 || minutes > LONGEST_MINUTES) {
      return new Rejected(Rejection.BAD_MINUTES);
    }
    return number == null
        ? allot(room, actor, null, minutes, room.startedAt(), now)
        : asked(
            room, number, question -> allot(room, actor, number, minutes, question.askedAt(), now));
  }

  private static Decision allot(
      Room room,
      PersonId actor,
      @Nullable Integer number,
      int minutes,
      @Nullable Instant begin,
      Instant now) {
    return begin != null && !begin.plus(Duration.ofMinutes(minutes)).isAfter(now)
        ? new Rejected(Rejection.BAD_MINUTES)
        : Decision.facts(room, actor, new TimeAllotted(number, minutes));
  }

  static Decision asked(Room room, int number, Function<AskedQuestion, Decision> rule) {
    return room.findQuestion(number)
        .map(rule)
        .orElseGet(() -> new Rejected(Rejection.NO_SUCH_QUESTION));
  }
}
