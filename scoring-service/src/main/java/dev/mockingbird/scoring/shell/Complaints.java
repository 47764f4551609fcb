package dev.mockingbird.scoring.shell;

import dev.mockingbird.scoring.trial.Line;
import dev.mockingbird.scoring.trial.Unreadable;

/// Where something is wrong, what, and what to do.
final class Complaints {

  private Complaints() {}

  /// Like `line 17, /answer: It is a number, and should be text: put it in quotes.`
  static String of(Line line, Unreadable e) {
    String place = e.pointer().isEmpty() ? "" : ", " + e.pointer();
    return "line " + line.number() + place + ": " + e.sentence();
  }
}
