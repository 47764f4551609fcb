package dev.mockingbird.interview.live;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Puts the frames of one socket together from the parts they are read in. For one thread.
final class Frames {

  static final int LONGEST_BYTES = 256 * 1024;

  private static final int MOST_BYTES_A_UNIT = 3;

  static final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLongException() {
      super("The frame is longer than " + LONGEST_BYTES + " bytes", null, false, false);
    }
  }

  private StringBuilder parts = new StringBuilder(0);

  /// Empty while more of the frame is to come.
  ///
  /// @throws TooLongException as soon as the frame is longer than is allowed
  Optional<String> whole(String part, boolean last) {
    String frame = part;
    if (!last || !parts.isEmpty()) {
      parts.append(part);
      check(parts.length());
      if (!last) {
        return Optional.empty();
      }
      frame = parts.toString();
      parts = new StringBuilder(0);
    }
    if (frame.length() > LONGEST_BYTES / MOST_BYTES_A_UNIT) {
      check(frame.getBytes(StandardCharsets.UTF_8).length);
    }
    return Optional.of(frame);
  }

  private static void check(int length) {
    if (length > LONGEST_BYTES) {
      throw new TooLongException();
    }
  }
}
