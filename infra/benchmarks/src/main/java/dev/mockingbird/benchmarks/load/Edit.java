package dev.mockingbird.benchmarks.load;

/// One keystroke, about 120 bytes: it replaces a character, so that the text keeps its length
/// however long a run is.
final class Edit {

  static final int TEXT_LENGTH = 100;
  static final String DOCUMENT = "q1:text";

  private Edit() {}

  static String json(String client, long n, long version) {
    long kept = 1 + version % (TEXT_LENGTH - 2);
    char typed = (char) ('a' + version % 26);
    return changes(client, n, version, kept + ",[1,\"" + typed + "\"]," + (TEXT_LENGTH - 1 - kept));
  }

  /// The text that all others change.
  static String first(String client, long n) {
    return changes(client, n, 0, "[0,\"" + "-".repeat(TEXT_LENGTH) + "\"]");
  }

  private static String changes(String client, long n, long version, String changes) {
    return "{\"type\":\"edit\",\"n\":"
        + n
        + ",\"document\":\""
        + DOCUMENT
        + "\",\"version\":"
        + version
        + ",\"updates\":[{\"client\":\""
        + client
        + "\",\"changes\":["
        + changes
        + "]}]}";
  }
}
