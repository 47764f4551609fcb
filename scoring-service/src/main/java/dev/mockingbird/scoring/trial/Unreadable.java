package dev.mockingbird.scoring.trial;

/// What was handed in cannot be scored as it is.
public final class Unreadable extends Exception {

  private static final long serialVersionUID = 1;

  private final String pointer;

  /// @param pointer JSON pointer (RFC 6901) to what is wrong; empty: all of it
  /// @param sentence what is wrong and what to do
  public Unreadable(String pointer, String sentence) {
    super(sentence);
    this.pointer = pointer;
  }

  public String pointer() {
    return pointer;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
