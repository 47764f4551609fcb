package dev.mockingbird.scoring.report;

import static dev.mockingbird.scoring.story.Interview.CHEN;
import static dev.mockingbird.scoring.story.Interview.WANG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.RoomEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private final Membership members = new Membership();

  @Test
  void takesNobodyForACandidateWhoHasNotConsentedAndBeenLetIn() {
    members.granted(new RoomEvent.CapabilityGranted(CHEN, Capability.ANSWER));
    assertThat(members.capabilities(CHEN)).isEmpty();

    members.consented(new RoomEvent.ConsentGiven(CHEN, 1));
    assertThat(members.capabilities(CHEN)).isEmpty();
    assertThat(members.inside()).isEmpty();

    members.admitted(new RoomEvent.CandidateAdmitted(CHEN));
    assertThat(members.capabilities(CHEN)).containsExactly(Capability.ANSWER);
  }

  @Test
  void lettingInIsNotEnoughWithoutConsent() {
    members.granted(new RoomEvent.CapabilityGranted(CHEN, Capability.ANSWER));
    members.admitted(new RoomEvent.CandidateAdmitted(CHEN));

    assertThat(members.capabilities(CHEN)).isEmpty();
  }

  @Test
  void takesStaffAtTheirWord() {
    members.granted(new RoomEvent.CapabilityGranted(WANG, Capability.INTERVIEW));
    members.granted(new RoomEvent.CapabilityGranted(CHEN, Capability.OBSERVE));

    assertThat(members.inside())
        .isEqualTo(Map.of(WANG, Set.of(Capability.INTERVIEW), CHEN, Set.of(Capability.OBSERVE)));
  }

  @Test
  void makesAStrangerOfWhomeverEverythingWasTakenFrom() {
    members.granted(new RoomEvent.CapabilityGranted(CHEN, Capability.ANSWER));
    members.consented(new RoomEvent.ConsentGiven(CHEN, 1));
    members.admitted(new RoomEvent.CandidateAdmitted(CHEN));

    members.withdrawn(new RoomEvent.CapabilityWithdrawn(CHEN, Capability.ANSWER));
    assertThat(members.capabilities(CHEN)).isEmpty();

    members.granted(new RoomEvent.CapabilityGranted(CHEN, Capability.ANSWER));
    assertThat(members.capabilities(CHEN)).as("consents anew").isEmpty();
  }
}
