package dev.mockingbird.interview.room;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;
import static dev.mockingbird.interview.room.RoomFixture.edit;
import static dev.mockingbird.interview.room.RoomFixture.insert;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static dev.mockingbird.interview.room.RoomFixture.openRoom;
import static dev.mockingbird.interview.room.RoomFixture.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.RoomEvent.EndReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndRulesTest {

  @Test
  void theEndDoesNotRepeatWhatWasSubmitted() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .typed(CHEN, "done")
            .after(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 1));

    assertThat(room.facts(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER)).getLast())
        .isInstanceOfSatisfying(
            RoomEvent.RoomEnded.class,
            ended ->
                assertThat(ended.questions())
                    .containsExactly(new RoomEvent.AskedQuestion(1, question("aof"), 1, "")));
  }

  @Test
  void endingReleasesFeedbackAndKeepsDrafts() {
    RoomFixture room = liveRoomWithAQuestionAsked().typed(CHEN, "unfinished");

    List<RoomEvent> facts = room.facts(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER));

    assertThat(facts)
        .containsExactly(
            new RoomEvent.FeedbackReleased(List.of(1)),
            new RoomEvent.RoomEnded(
                EndReason.BY_INTERVIEWER,
                "Backend",
                room.room().language(),
                room.room().startedAt(),
                List.of(
                    new RoomEvent.Member(IVAN, Capability.INTERVIEW),
                    new RoomEvent.Member(CHEN, Capability.ANSWER),
                    new RoomEvent.Member(OLGA, Capability.OBSERVE)),
                List.of(new RoomEvent.AskedQuestion(1, question("aof"), 0, "unfinished"))));
  }

  @Test
  void whoWasNeverLetInWasNotThere() {
    RoomFixture room =
        openRoom()
            .after(CHEN, new RoomCommand.GiveConsent())
            .after(IVAN, new RoomCommand.AskQuestion(0));

    assertThat(room.facts(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER)).getLast())
        .isInstanceOfSatisfying(
            RoomEvent.RoomEnded.class,
            ended ->
                assertThat(ended.members())
                    .containsExactly(
                        new RoomEvent.Member(IVAN, Capability.INTERVIEW),
                        new RoomEvent.Member(OLGA, Capability.OBSERVE)));
  }

  @Test
  void anEndedRoomTakesNothing() {
    RoomFixture room =
        liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER));

    assertThat(room.refusal(CHEN, edit("q1:text", 0, insert(0, "x", "c"))))
        .isEqualTo(Rejection.ROOM_ENDED);
    assertThat(room.refusal(PersonId.SYSTEM, new RoomCommand.EndRoom(EndReason.EMPTY)))
        .isEqualTo(Rejection.ROOM_ENDED);
  }

  @Test
  void aDraftIsWhatStandsInTheChosenLanguage() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .typed(CHEN, "in words")
            .after(CHEN, edit("q1:python", 0, insert(0, "pass", "c")))
            .after(CHEN, new RoomCommand.ChooseLanguage(1, CodeLanguage.PYTHON));
    var end = new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER);

    assertThat(room.facts(IVAN, end).getLast())
        .isInstanceOfSatisfying(
            RoomEvent.RoomEnded.class,
            ended -> assertThat(ended.questions()).extracting("draft").containsExactly("pass"));
    assertThat(((Decision.Accepted) room.decide(IVAN, end)).guards())
        .containsOnlyKeys("facts", "doc:q1:python");
  }

  @Test
  void aDraftIsNotLostByAClickOnAnotherLanguage() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .after(CHEN, edit("q1:go", 0, insert(0, "//", "c")))
            .after(CHEN, edit("q1:python", 0, insert(0, "return 1", "c")))
            .after(CHEN, edit("q1:sql", 0, insert(0, "   ", "c")))
            .after(IVAN, new RoomCommand.ChooseLanguage(1, CodeLanguage.SQL));
    var end = new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER);

    assertThat(room.facts(IVAN, end).getLast())
        .isInstanceOfSatisfying(
            RoomEvent.RoomEnded.class,
            ended -> assertThat(ended.questions()).extracting("draft").containsExactly("return 1"));
    assertThat(((Decision.Accepted) room.decide(IVAN, end)).guards())
        .as("an edit that comes just before the end, in whatever language, decides it anew")
        .containsKeys("facts", "doc:q1:python", "doc:q1:java", "doc:q1:sql");
  }

  @Test
  void whatWasSubmittedInAnyLanguageLeavesNoDraft() {
    RoomFixture room =
        liveRoomWithAQuestionAsked()
            .after(CHEN, edit("q1:python", 0, insert(0, "return 1", "c")))
            .after(CHEN, new RoomCommand.SubmitAnswer(1, "q1:python", 1));
    var end = new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER);

    assertThat(room.facts(IVAN, end).getLast())
        .isInstanceOfSatisfying(
            RoomEvent.RoomEnded.class,
            ended -> assertThat(ended.questions()).extracting("draft").containsExactly(""));
    assertThat(((Decision.Accepted) room.decide(IVAN, end)).guards())
        .containsOnlyKeys("facts", "doc:q1:text");
  }
}
