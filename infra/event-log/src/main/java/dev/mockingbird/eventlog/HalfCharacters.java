package dev.mockingbird.eventlog;

import java.util.Locale;

/// An edit may leave half of a character that takes two UTF-16 units, an emoji for example. UTF-8
/// has no bytes for it: encoders refuse it or put a question mark. In JSON it has a form, the
/// escape that `JSON.stringify` writes as well.
public final class HalfCharacters {

  private HalfCharacters() {}

  /// @param json a whole text in JSON; the same comes back when nothing in it is half
  public static String escape(String json) {
    int half = next(json, 0);
    if (half == json.length()) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    int from = 0;
    while (half < json.length()) {
      escaped
          .append(json, from, half)
          .append(String.format(Locale.ROOT, "\\u%04x", (int) json.charAt(half)));
      from = half + 1;
      half = next(json, from);
    }
    return escaped.append(json, from, json.length()).toString();
  }

  /// Index of the next half character, the length when there is none.
  private static int next(String json, int from) {
    int i = from;
    while (i < json.length()) {
      char unit = json.charAt(i);
      if (!Character.isSurrogate(unit)) {
        i++;
      } else if (Character.isHighSurrogate(unit)
          && i + 1 < json.length()
          && Character.isLowSurrogate(json.charAt(i + 1))) {
        i += 2;
      } else {
        return i;
      }
    }
    return i;
  }
}
