package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.door.UploadRefused.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The name of a file within its upload. It never becomes a path on this machine; that it could not
/// lead anywhere is checked all the same, for whoever sends such a name means no good.
final class RelativeName {

  private static final int LONGEST = 1_000;
  private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);

  /// Control characters, and those that make a name look like another.
  private static final Pattern DECEIVING =
      Pattern.compile("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}|\\D+|\\d+");

  private RelativeName() {}

  static String clean(String given) throws UploadRefused {
    String name = given.replace('\\', '/');
    if (name.startsWith("/")
        || DRIVE.matcher(name).matches()
        || name.length() > LONGEST
        || DECEIVING.matcher(name).find()) {
      throw unsafe(given);
    }
    List<String> parts = new ArrayList<>();
    for (String part : name.split("/")) {
      if (part.equals("..")) {
        throw unsafe(given);
      }
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      throw unsafe(given);
    }
    return String.join("/", parts);
  }

  /// The name, or the next free one like it.
  static String unique(String name, Set<String> taken) {
    int dot = name.lastIndexOf('.');
    int end = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
    String free = name;
    for (int n = 2; taken.contains(free); n++) {
      free = name.substring(0, end) + " (" + n + ")" + name.substring(end);
    }
    return free;
  }

  /// As people count: `2.md` before `10.md`.
  static Comparator<String> order() {
    return (left, right) -> {
      List<String> a = pieces(left);
      List<String> b = pieces(right);
      for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
        int order = compare(a.get(i), b.get(i));
        if (order != 0) {
          return order;
        }
      }
      int shorter = Integer.compare(a.size(), b.size());
      return shorter != 0 ? shorter : left.compareTo(right);
    };
  }

  private static int compare(String a, String b) {
    return isNumber(a) && isNumber(b)
        ? Long.compare(Long.parseLong(a), Long.parseLong(b))
        : a.compareTo(b);
  }

  private static boolean isNumber(String piece) {
    return piece.length() <= 18 && piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
  }

  private static List<String> pieces(String name) {
    return NUMBER.matcher(name).results().map(MatchResult::group).toList();
  }

  private static UploadRefused unsafe(String name) {
    String shown = DECEIVING.matcher(name).replaceAll("\ufffd");
    return new UploadRefused(
        Code.UNSAFE_NAME, shown.length() > 80 ? shown.substring(0, 80) + "…" : shown);
  }
}
