package dev.mockingbird.interview.live;

/// What `append.lua` says on a room's live channel:
/// `{"epoch":"…","first":…,"last":…,"at":…,"entries":[…]}`.
final class Publication {

  private static final String EPOCH = "{\"epoch\":\"";
  private static final String LAST = ",\"last\":";

  private Publication() {}

  /// Whether the message tells of nothing after a position, seen without parsing it: most are an
  /// instance's own appends, which come back to it.
  static boolean isUpTo(String message, String epoch, long sequence) {
    int afterEpoch = EPOCH.length() + epoch.length();
    if (!message.startsWith(EPOCH)
        || !message.startsWith(epoch, EPOCH.length())
        || !message.startsWith("\",", afterEpoch)) {
      return false;
    }
    int from = message.indexOf(LAST, afterEpoch);
    if (from < 0) {
      return false;
    }
    long last = 0;
    for (int i = from + LAST.length(); Character.isDigit(message.charAt(i)); i++) {
      last = last * 10 + message.charAt(i) - '0';
    }
    return last <= sequence;
  }
}
