package dev.mockingbird.search.bank.reading;

/// A text that no person wrote as a list: reading it is refused at this line, before it costs more
/// time or memory than its size allows.
public final class Unreadable extends RuntimeException {

  private final Code code;
  private final int line;

  public Unreadable(Code code, int line) {
    super(code + " at line " + line);
    this.code = code;
    this.line = line;
  }

  public Code code() {
    return code;
  }

  public int line() {
    return line;
  }

  public enum Code {
    NESTED_TOO_DEEPLY,
    LINE_TOO_LONG,
    TOO_MANY_LINES,
    TOO_MANY_ITEMS
  }
}
