package dev.mockingbird.interview.room;

/// Names of the scopes whose versions guard decisions.
final class Scope {

  static final String FACTS = "facts";
  static final String FOCUS = "focus";

  private Scope() {}

  static String document(String id) {
    return "doc:" + id;
  }
}
