package dev.mockingbird.interview.replay;

import dev.mockingbird.interview.live.RoomProblems;
import dev.mockingbird.interview.web.Caller;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReplayController {

  private static final int LONGEST = 1_000;

  private final Replays replays;

  ReplayController(Replays replays) {
    this.replays = replays;
  }

  /// @param at position to begin at
  /// @param limit how many positions to go on, 1 to 1,000
  @GetMapping("/api/rooms/{id}/replay")
  Replay replay(
      Principal principal,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long at,
      @RequestParam(defaultValue = "1000") int limit) {
    if (at < 0) {
      throw RoomProblems.invalid("at", "A position is a number from 0 on.");
    }
    if (limit < 1 || limit > LONGEST) {
      throw RoomProblems.invalid("limit", "A replay goes on by 1 to 1000 positions at a time.");
    }
    return replays.replay(id, Caller.of(principal).person(), at, limit);
  }

  @GetMapping("/api/rooms/{id}/replay/timeline")
  Timeline timeline(Principal principal, @PathVariable String id) {
    return replays.timeline(id, Caller.of(principal).person());
  }
}
