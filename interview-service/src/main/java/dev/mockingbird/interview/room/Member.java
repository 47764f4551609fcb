package dev.mockingbird.interview.room;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import java.util.EnumSet;
import java.util.Set;

/// One person's standing in a room.
///
/// @param admitted let in by an interviewer; staff need not be
public record Member(
    PersonId person, Set<Capability> capabilities, boolean consented, boolean admitted) {

  public boolean may(Capability capability) {
    return capabilities.contains(capability);
  }

  /// Whether the person sees what interviewers see of the questions.
  public boolean staff() {
    return may(Capability.INTERVIEW) || may(Capability.OBSERVE);
  }

  /// Observers see and do not speak.
  public boolean speaks() {
    return may(Capability.INTERVIEW) || may(Capability.ANSWER);
  }

  /// Whether the person asks and does not answer too, as one does in solo practice.
  public boolean onlyInterviews() {
    return may(Capability.INTERVIEW) && !may(Capability.ANSWER);
  }

  /// Whether the person is past the lobby.
  public boolean inside() {
    return staff() || (consented && admitted);
  }

  Member without(Capability capability) {
    EnumSet<Capability> fewer = EnumSet.complementOf(EnumSet.of(capability));
    fewer.retainAll(capabilities);
    return new Member(person, Set.copyOf(fewer), consented, admitted);
  }

  Member with(Capability capability) {
    EnumSet<Capability> more = EnumSet.of(capability);
    more.addAll(capabilities);
    return new Member(person, Set.copyOf(more), consented, admitted);
  }
}
