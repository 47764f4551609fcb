package dev.mockingbird.interview.booking;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.interview.room.Room;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What lists show of a room; only facts change it.
record RoomSummary(
    String title,
    Language language,
    Room.Status status,
    int plannedMinutes,
    Instant openedAt,
    List<Views.MemberView> members) {

  /// Empty for a room that was never opened.
  static Optional<RoomSummary> of(Room room) {
    Instant opened = room.openedAt();
    return opened == null
        ? Optional.empty()
        : Optional.of(
            new RoomSummary(
                room.title(),
                room.language(),
                room.status(),
                room.plannedMinutes(),
                opened,
                room.members().stream()
                    .flatMap(
                        member ->
                            member.capabilities().stream()
                                .sorted()
                                .map(it -> new Views.MemberView(member.person(), it)))
                    .toList()));
  }

  /// As a member sees it; to everybody else there is nothing.
  Optional<Views.Summary> view(String id, PersonId viewer) {
    Optional<Capability> foremost =
        members.stream()
            .filter(member -> member.person().equals(viewer))
            .map(Views.MemberView::capability)
            .min(Capability::compareTo);
    return foremost.map(
        capability ->
            new Views.Summary(
                id, title, language, status, plannedMinutes, openedAt, capability, members));
  }
}
