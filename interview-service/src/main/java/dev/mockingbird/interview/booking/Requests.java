package dev.mockingbird.interview.booking;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bodies of HTTP commands.
final class Requests {

  private Requests() {}

  /// @param title 1 to 200 characters
  /// @param plannedMinutes 5 to 480
  /// @param questions ids in the bank, in the order of the plan; at most 50
  /// @param callLink https address of a call, if any
  record Book(
      @Nullable String title,
      @Nullable Language language,
      @Nullable Integer plannedMinutes,
      @Nullable List<String> questions,
      @Nullable String callLink) {}

  record Plan(@Nullable String questionId) {}

  /// @param login GitHub login of the one person who may accept; absent: the first who does
  /// @param expiresInHours 1 to 720, 72 when absent
  record Invite(
      @Nullable Capability capability, @Nullable String login, @Nullable Integer expiresInHours) {}
}
