package dev.mockingbird.interview.room;

import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.AnswerSubmitted;
import dev.mockingbird.events.RoomEvent.CodeRun;
import dev.mockingbird.interview.document.Document;
import dev.mockingbird.interview.room.Decision.Rejected;
import dev.mockingbird.interview.room.RoomEntry.Happened;
import java.util.Optional;
import java.util.function.Function;

/// The rules of what is made of a document as it was at one version: an answer, a run.
final class AnswerRules {

  private static final int LONGEST_OUTPUT = 16_000;

  /// All answers and outputs together, so that whoever comes in can be shown the whole room.
  private static final int LONGEST_ROOM = 4 * 1024 * 1024;

  private AnswerRules() {}

  static Decision submit(Room room, PersonId actor, RoomCommand.SubmitAnswer submit) {
    return QuestionRules.asked(
        room,
        submit.question(),
        question -> {
          if (question.released()) {
            return new Rejected(Rejection.FEEDBACK_RELEASED);
          }
          return documentOf(
              room,
              submit.question(),
              submit.document(),
              submit.version(),
              document -> submit(room, actor, submit, question, document));
        });
  }

  private static Decision submit(
      Room room,
      PersonId actor,
      RoomCommand.SubmitAnswer submit,
      AskedQuestion question,
      Document document) {
    String text = document.textAt(submit.version());
    if (isFull(room, text)) {
      return new Rejected(Rejection.ROOM_FULL);
    }
    AnswerSubmitted answer =
        new AnswerSubmitted(
            submit.question(),
            question.answers().size() + 1,
            actor,
            text,
            submit.document(),
            submit.version(),
            question.content(),
            question.staff());
    return Decision.entry(
        room, new Happened(actor, answer), Scope.FACTS, Scope.document(submit.document()));
  }

  /// Nothing is decided upon a run, and what it is decided upon only grows: it guards nothing.
  static Decision run(Room room, PersonId actor, RoomCommand.ReportRun run) {
    return QuestionRules.asked(
        room,
        run.question(),
        question ->
            documentOf(
                room,
                run.question(),
                run.document(),
                run.version(),
                document -> {
                  if (run.output().length() > LONGEST_OUTPUT) {
                    return new Rejected(Rejection.TEXT_TOO_LONG);
                  }
                  return isFull(room, run.output())
                      ? new Rejected(Rejection.ROOM_FULL)
                      : Decision.entry(room, new Happened(actor, fact(run)));
                }));
  }

  private static CodeRun fact(RoomCommand.ReportRun run) {
    return new CodeRun(
        run.question(),
        DocumentId.parse(run.document()).map(DocumentId::language).orElse(CodeLanguage.TEXT),
        run.version(),
        run.outcome(),
        run.output(),
        run.truncated(),
        Math.max(0, run.millis()));
  }

  private static Decision documentOf(
      Room room, int question, String id, int version, Function<Document, Decision> rule) {
    Optional<Document> document =
        room.findDocument(id).filter(found -> found.question() == question);
    if (document.isEmpty()) {
      return new Rejected(Rejection.NO_SUCH_DOCUMENT);
    }
    return version < 0 || version > document.get().version()
        ? new Rejected(Rejection.BAD_EDIT)
        : rule.apply(document.get());
  }

  private static boolean isFull(Room room, String text) {
    return room.kept() + text.length() > LONGEST_ROOM;
  }
}
