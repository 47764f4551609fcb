package dev.mockingbird.scoring.shell;

import dev.mockingbird.events.Language;

/// How tables name things.
final class Words {

  private Words() {}

  static String language(Language language) {
    return switch (language) {
      case CHINESE -> "Chinese";
      case ENGLISH -> "English";
    };
  }

  /// Like `1 answer` and `1,204 answers`.
  static String count(long count, String thing) {
    return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }
}
