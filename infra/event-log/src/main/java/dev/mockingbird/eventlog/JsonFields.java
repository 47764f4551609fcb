package dev.mockingbird.eventlog;

import java.util.function.BinaryOperator;

/// The fields of an object as our writer writes it, compact and with plain names; their values are
/// taken over or replaced without being read.
final class JsonFields {

  private JsonFields() {}

  /// @param object compact JSON
  /// @param value takes a field's name and value, and gives what becomes of the value
  static String replaced(String object, BinaryOperator<String> value) {
    StringBuilder replaced = new StringBuilder(object.length() + object.length() / 2);
    int from = 1;
    while (object.charAt(from) == '"') {
      int colon = object.indexOf("\":", from);
      int end = end(object, colon + 2);
      replaced
          .append(replaced.isEmpty() ? '{' : ',')
          .append(object, from, colon + 2)
          .append(value.apply(object.substring(from + 1, colon), object.substring(colon + 2, end)));
      from = end + 1;
      if (object.charAt(end) == '}') {
        break;
      }
    }
    return replaced.isEmpty() ? object : replaced.append('}').toString();
  }

  /// Index of the comma or brace that follows the value.
  private static int end(String object, int from) {
    int depth = 0;
    boolean quoted = false;
    int i = from;
    while (true) {
      char c = object.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else {
        switch (c) {
          case '"' -> quoted = true;
          case '{', '[' -> depth++;
          case '}', ']' -> {
            if (depth == 0) {
              return i;
            }
            depth--;
          }
          case ',' -> {
            if (depth == 0) {
              return i;
            }
          }
          default -> {}
        }
      }
      i++;
    }
  }
}
