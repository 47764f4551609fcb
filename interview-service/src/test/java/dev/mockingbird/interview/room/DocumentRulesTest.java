package dev.mockingbird.interview.room;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.edit;
import static dev.mockingbird.interview.room.RoomFixture.insert;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.openRoom;
import static dev.mockingbird.interview.room.RoomFixture.question;
import static dev.mockingbird.interview.room.RoomFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.interview.document.Document;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRulesTest {

  @Test
  void anEditOnAnOlderVersionIsRebasedNotRefused() {
    RoomFixture room = liveRoomWithAQuestionAsked().typed(IVAN, "one");

    Decision decision = room.decide(CHEN, edit("q1:text", 0, insert(0, "two", "c")));

    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    room.after(CHEN, edit("q1:text", 0, insert(0, "two", "c")));
    assertThat(room.room().findDocument("q1:text").orElseThrow().text()).isEqualTo("onetwo");
  }

  @Test
  void refusesAnEditThatDoesNotFitOrIsTooLong() {
    RoomFixture room = liveRoomWithAQuestionAsked();

    assertThat(room.refusal(CHEN, edit("q1:text", 0, insert(7, "x", "c"))))
        .isEqualTo(Rejection.BAD_EDIT);
    assertThat(room.refusal(CHEN, edit("q1:text", 5, insert(0, "x", "c"))))
        .isEqualTo(Rejection.BAD_EDIT);
    assertThat(room.refusal(CHEN, edit("q9:text", 0, insert(0, "x", "c"))))
        .isEqualTo(Rejection.NO_SUCH_DOCUMENT);
    assertThat(room.refusal(CHEN, edit("q1:text", 0, insert(0, "x".repeat(65_537), "c"))))
        .isEqualTo(Rejection.TEXT_TOO_LONG);
    assertThat(room.decide(CHEN, edit("q1:text", 0, insert(0, "x".repeat(65_536), "c"))))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void refusesMoreTextThanOneRoomMayHold() {
    RoomFixture room = openRoom();
    for (int i = 0; i < 3; i++) {
      room.after(PersonId.SYSTEM, new RoomCommand.PlanQuestion(question("q" + i), staff("q" + i)));
    }
    room.after(CHEN, new RoomCommand.GiveConsent())
        .after(IVAN, new RoomCommand.AdmitCandidate(CHEN));
    String part = "x".repeat(65_536);
    for (int question = 1; question <= 4; question++) {
      room.after(IVAN, new RoomCommand.AskQuestion(question - 1));
      String document = "q" + question + ":text";
      for (int i = 0; i < 4; i++) {
        room.after(CHEN, edit(document, i, insert(i * 65_536, part, "c")));
      }
      assertThat(room.refusal(CHEN, edit(document, 4, insert(4 * 65_536, "x", "c"))))
          .isEqualTo(Rejection.TEXT_TOO_LONG);
    }
    room.after(IVAN, new RoomCommand.AskQuestion(4));

    assertThat(room.refusal(CHEN, edit("q5:text", 0, insert(0, "x", "c"))))
        .isEqualTo(Rejection.TEXT_TOO_LONG);
  }

  @ParameterizedTest
  @EnumSource
  void aQuestionHasADocumentInEveryLanguageFromItsAskingOn(CodeLanguage language) {
    RoomFixture room = liveRoomWithAQuestionAsked();
    String document = new DocumentId(1, language).toString();

    assertThat(room.version(document)).isZero();
    room.after(CHEN, edit(document, 0, insert(0, "x", "c")));
    assertThat(room.room().findDocument(document)).get().extracting(Document::text).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "q1",
        "q1:",
        "q0:text",
        "q01:text",
        "q2:text",
        "q1:cobol",
        "q1:TEXT",
        "x1:text"
      })
  void refusesADocumentThatNoQuestionHas(String document) {
    assertThat(liveRoomWithAQuestionAsked().refusal(CHEN, edit(document, 0, insert(0, "x", "c"))))
        .isEqualTo(Rejection.NO_SUCH_DOCUMENT);
  }

  @Test
  void bothMayTypeInAnyLanguageWhicheverIsShown() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .after(IVAN, new RoomCommand.ChooseLanguage(1, CodeLanguage.GO))
            .after(CHEN, edit("q1:python", 0, insert(0, "pass", "c")))
            .after(IVAN, edit("q1:sql", 0, insert(0, "select", "i")));

    assertThat(room.room().documents())
        .extracting(Document::id)
        .containsExactly("q1:python", "q1:sql");
  }

  @Test
  void theBoundOfARoomCountsTheDocumentsOfAllLanguages() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    String part = "x".repeat(65_536);
    for (String document : List.of("q1:text", "q1:java", "q1:go", "q1:sql")) {
      for (int i = 0; i < 4; i++) {
        room.after(CHEN, edit(document, i, insert(i * 65_536, part, "c")));
      }
    }

    assertThat(room.refusal(CHEN, edit("q1:cpp", 0, insert(0, "x", "c"))))
        .isEqualTo(Rejection.TEXT_TOO_LONG);
  }

  @Test
  void anEntryOfTheVersionBeforeFoldsIntoTheDocumentInPlainText() {
    Room room = new Room();
    Instant at = Instant.parse("2026-01-05T09:00:00Z");
    List<RoomEntry> journal =
        List.of(
            new RoomEntry.Happened(
                PersonId.SYSTEM, new RoomEvent.RoomOpened("T", Language.ENGLISH, 45, null)),
            new RoomEntry.Happened(
                IVAN, new RoomEvent.QuestionAsked(1, 0, question("aof"), staff("aof"))),
            new RoomEntry.Edited(CHEN, "q1:text", 0, List.of(insert(0, "old", "c"))),
            new RoomEntry.Happened(
                CHEN,
                new RoomEvent.AnswerSubmitted(
                    1, 1, CHEN, "old", "q1:text", 1, question("aof"), staff("aof"))));
    journal.forEach(entry -> room.evolve(entry, room.sequence() + 1, at));

    AskedQuestion question = room.findQuestion(1).orElseThrow();
    assertThat(question.document()).isEqualTo("q1:text");
    assertThat(room.findDocument("q1:text")).get().extracting(Document::text).isEqualTo("old");
    assertThat(question.answers()).extracting("language").containsExactly(CodeLanguage.TEXT);
  }
}
