package dev.mockingbird.search.bank.markdown;

/// Something a careful reader would point at; the import goes on.
public record ImportWarning(int line, Code code, String message) {

  public enum Code {
    ANSWER_OUTSIDE_LIST,
    DUPLICATE_NUMBER,
    DUPLICATE_HEADING,
    DUPLICATE_QUESTION,
    COMPOUND_QUESTION,
    EMPTY_ANSWER,
    EMPTY_ITEM,
    HEADING_INSIDE_ANSWER,
    HEADING_LEVEL_INCONSISTENT,
    INDENTED_CODE_LOOKS_LIKE_PROSE,
    INLINE_HINT,
    KNOWN_QUESTION,
    LIST_STARTS_AT,
    MARKER_WITHOUT_SPACE,
    METADATA_IGNORED,
    NO_QUESTIONS,
    QUESTION_TOO_LONG,
    REQUIREMENTS_SECTION,
    UNNUMBERED_QUESTION;

    /// Such as `empty-item`.
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
