package dev.mockingbird.interview.room;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.CandidateAdmitted;
import dev.mockingbird.events.RoomEvent.CapabilityGranted;
import dev.mockingbird.events.RoomEvent.CapabilityWithdrawn;
import dev.mockingbird.events.RoomEvent.ConsentGiven;
import dev.mockingbird.interview.room.Decision.Rejected;
import java.util.Optional;

/// The rules of becoming a member, and of coming in from the lobby.
final class MemberRules {

  /// Version of the notice that candidates agree to.
  private static final int NOTICE = 1;

  private MemberRules() {}

  static Decision grant(Room room, PersonId actor, RoomCommand.GrantCapability grant) {
    return holds(room, grant.person(), grant.capability())
        ? Decision.already()
        : Decision.facts(room, actor, new CapabilityGranted(grant.person(), grant.capability()));
  }

  static Decision withdraw(Room room, PersonId actor, RoomCommand.WithdrawCapability it) {
    return holds(room, it.person(), it.capability())
        ? Decision.facts(room, actor, new CapabilityWithdrawn(it.person(), it.capability()))
        : Decision.already();
  }

  static Decision consent(Room room, PersonId actor) {
    return room.findMember(actor).filter(Member::consented).isPresent()
        ? Decision.already()
        : Decision.facts(room, actor, new ConsentGiven(actor, NOTICE));
  }

  static Decision admit(Room room, PersonId actor, PersonId person) {
    Optional<Member> member = room.findMember(person);
    if (member.isEmpty() || !member.get().may(Capability.ANSWER)) {
      return new Rejected(Rejection.NOT_A_MEMBER);
    }
    if (!member.get().consented()) {
      return new Rejected(Rejection.NOT_CONSENTED);
    }
    return member.get().admitted()
        ? Decision.already()
        : Decision.facts(room, actor, new CandidateAdmitted(person));
  }

  private static boolean holds(Room room, PersonId person, Capability capability) {
    return room.findMember(person).filter(member -> member.may(capability)).isPresent();
  }
}
