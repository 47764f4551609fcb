package dev.mockingbird.scoring.report;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Who was what in an interview. As in the room itself, whoever is no staff is nobody before having
/// consented and having been let in: an invitation alone opens no report.
final class Membership {

  private static final class Standing {
    final Set<Capability> granted = EnumSet.noneOf(Capability.class);
    boolean consented;
    boolean admitted;

    boolean inside() {
      return staff(granted) || (consented && admitted);
    }
  }

  private final Map<PersonId, Standing> standings = new LinkedHashMap<>();

  static boolean staff(Set<Capability> capabilities) {
    return capabilities.contains(Capability.INTERVIEW) || capabilities.contains(Capability.OBSERVE);
  }

  void granted(RoomEvent.CapabilityGranted event) {
    standings.computeIfAbsent(event.person(), _ -> new Standing()).granted.add(event.capability());
  }

  /// Whoever holds nothing any more is a stranger, who consents and is let in anew.
  void withdrawn(RoomEvent.CapabilityWithdrawn event) {
    standings.computeIfPresent(
        event.person(),
        (_, standing) -> {
          standing.granted.remove(event.capability());
          return standing.granted.isEmpty() ? null : standing;
        });
  }

  void consented(RoomEvent.ConsentGiven event) {
    Standing standing = standings.get(event.person());
    if (standing != null) {
      standing.consented = true;
    }
  }

  void admitted(RoomEvent.CandidateAdmitted event) {
    Standing standing = standings.get(event.person());
    if (standing != null) {
      standing.admitted = true;
    }
  }

  /// Empty for everybody who is not inside.
  Set<Capability> capabilities(PersonId person) {
    return inside().getOrDefault(person, Set.of());
  }

  Map<PersonId, Set<Capability>> inside() {
    Map<PersonId, Set<Capability>> inside = new LinkedHashMap<>();
    standings.forEach(
        (person, standing) -> {
          if (standing.inside()) {
            inside.put(person, standing.granted);
          }
        });
    return inside;
  }
}
