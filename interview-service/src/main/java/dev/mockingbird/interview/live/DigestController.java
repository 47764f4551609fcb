package dev.mockingbird.interview.live;

import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.Room;
import dev.mockingbird.interview.web.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The digest of a room as the caller may see it, so that anybody can check that what they saw
/// live, what the journal holds and what replay shows are the same.
@RestController
class DigestController {

  /// @param sha256 of the canonical JSON of the caller's [RoomView], lower-case hex
  record Digest(String epoch, long sequence, String sha256) {}

  private final LiveRooms rooms;
  private final RoomReaders readers;

  DigestController(LiveRooms rooms, RoomReaders readers) {
    this.rooms = rooms;
    this.readers = readers;
  }

  /// @param position sequence number to fold up to; absent: the end
  @GetMapping("/api/rooms/{id}/digest")
  Digest digest(
      Principal principal, @PathVariable String id, @RequestParam @Nullable Long position) {
    Caller caller = Caller.of(principal);
    boolean member = rooms.read(id, room -> room.findMember(caller.person()).isPresent());
    RoomReader reader = readers.from(id, position == null ? Long.MAX_VALUE : position);
    Room room = reader.room();
    if (!member || (position != null && room.sequence() != position)) {
      throw RoomProblems.noSuchPosition();
    }
    Optional<Member> viewer = room.findMember(caller.person());
    return new Digest(reader.epoch(), room.sequence(), sha256(canonical(id, room, viewer)));
  }

  /// A person who was not yet a member at that position sees nothing of it.
  private static String canonical(String id, Room room, Optional<Member> viewer) {
    return viewer.map(member -> Wire.write(RoomView.of(id, room, member))).orElse("");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
