package dev.mockingbird.interview.room;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.edit;
import static dev.mockingbird.interview.room.RoomFixture.insert;
import static dev.mockingbird.interview.room.RoomFixture.liveRoom;
import static dev.mockingbird.interview.room.RoomFixture.liveRoomWithAQuestionAsked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.RoomEvent.EndReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Focus time: the candidate thinks undisturbed.
class FocusRulesTest {

  private static final RoomCommand CHAT = new RoomCommand.PostChat("how is it going?");

  @Test
  void anInterviewerDisturbsNobodyDuringFocusTime() {
    RoomFixture room = focused();

    for (RoomCommand command : disturbances()) {
      assertThat(room.refusal(IVAN, command))
          .as(command.toString())
          .isEqualTo(Rejection.FOCUS_TIME);
    }
  }

  @Test
  void theCandidateGoesOnDuringFocusTime() {
    RoomFixture room = focused().typed(CHEN, "thinking");

    room.after(CHEN, new RoomCommand.PostChat("can I use Go?"))
        .after(CHEN, new RoomCommand.ChooseLanguage(1, CodeLanguage.GO))
        .after(CHEN, new RoomCommand.SubmitAnswer(1, "q1:text", 1));
  }

  @Test
  void anInterviewerKeepsNotesTicksAndLooksAfterTheTimeDuringFocusTime() {
    focused()
        .after(IVAN, new RoomCommand.WriteNote("quiet", 1))
        .after(IVAN, new RoomCommand.TickKeyPoint(1, 0, true))
        .after(IVAN, new RoomCommand.AllotTime(1, 15))
        .after(IVAN, new RoomCommand.ChooseLanguage(1, CodeLanguage.SQL))
        .after(IVAN, new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER));
  }

  @Test
  void focusTimeIsOverWhenItsMinutesAre() {
    RoomFixture room = focused();
    Instant until = room.room().focusUntil();
    assertThat(until).isEqualTo(room.now().plus(Duration.ofMinutes(5)));

    assertThat(room.waiting(Duration.ofMinutes(5).minusMillis(1)).refusal(IVAN, CHAT))
        .isEqualTo(Rejection.FOCUS_TIME);
    room.waiting(Duration.ofMillis(1)).after(IVAN, CHAT);
    assertThat(room.room().focusUntil()).as("stays as a time").isEqualTo(until);
  }

  @Test
  void whoeverEndsFocusTimeEndsItForBoth() {
    for (PersonId person : List.of(CHEN, IVAN)) {
      RoomFixture room = focused().after(person, new RoomCommand.EndFocus()).after(IVAN, CHAT);

      assertThat(room.room().focusUntil()).isNull();
    }
  }

  @Test
  void thereMustBeFocusTimeToEnd() {
    assertThat(liveRoom().refusal(CHEN, new RoomCommand.EndFocus())).isEqualTo(Rejection.NO_FOCUS);
    assertThat(focused().waiting(Duration.ofMinutes(5)).refusal(CHEN, new RoomCommand.EndFocus()))
        .isEqualTo(Rejection.NO_FOCUS);
  }

  @Test
  void startingFocusTimeWhileItLastsReplacesIt() {
    RoomFixture room = focused().after(IVAN, new RoomCommand.StartFocus(10));

    assertThat(room.room().focusUntil()).isEqualTo(room.now().plus(Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, -1})
  void focusTimeTakesFromOneToThirtyMinutes(int minutes) {
    assertThat(liveRoom().refusal(IVAN, new RoomCommand.StartFocus(minutes)))
        .isEqualTo(Rejection.BAD_MINUTES);
    liveRoom()
        .after(IVAN, new RoomCommand.StartFocus(1))
        .after(IVAN, new RoomCommand.StartFocus(30));
  }

  @Test
  void whoPractisesAloneIsNotDisturbedByThemselves() {
    RoomFixture room =
        focused()
            .after(PersonId.SYSTEM, new RoomCommand.GrantCapability(IVAN, Capability.ANSWER))
            .after(IVAN, new RoomCommand.GiveConsent());

    disturbances().forEach(command -> room.after(IVAN, command));
  }

  /// Focus may start on another instance while an interviewer's line is on its way.
  @Test
  void whatAnInterviewerSaysGuardsThatFocusHasNotStartedMeanwhile() {
    RoomFixture room = liveRoomWithAQuestionAsked();
    RoomCommand edit = edit("q1:text", 0, insert(0, "x", "i"));

    assertThat(guards(room, IVAN, CHAT)).containsExactly("focus");
    assertThat(guards(room, IVAN, edit)).containsExactlyInAnyOrder("focus", "doc:q1:text");
    assertThat(guards(room, CHEN, CHAT)).isEmpty();
    assertThat(guards(room, CHEN, edit)).containsExactly("doc:q1:text");
    assertThat(new RoomEntry.Happened(IVAN, new RoomEvent.FocusStarted(5)).bumps())
        .containsExactly("facts", "focus");
  }

  private static RoomFixture focused() {
    return liveRoomWithAQuestionAsked().after(IVAN, new RoomCommand.StartFocus(5));
  }

  private static List<RoomCommand> disturbances() {
    return List.of(
        CHAT,
        edit("q1:text", 0, insert(0, "x", "i")),
        new RoomCommand.ShowHint(1),
        new RoomCommand.AskFollowUp(1, "and?"),
        new RoomCommand.AskQuestion(1));
  }

  private static Set<String> guards(RoomFixture room, PersonId actor, RoomCommand command) {
    return ((Decision.Accepted) room.decide(actor, command)).guards().keySet();
  }
}
