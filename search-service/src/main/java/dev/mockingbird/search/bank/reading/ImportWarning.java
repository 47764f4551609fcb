package dev.mockingbird.search.bank.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Something a careful reader would point at; the import goes on. [Sentences] say it, and what to
/// do about it, in words.
///
/// @param values what `{0}`, `{1}` … stand for in the sentences
public record ImportWarning(int line, Code code, List<String> values) {

  public static ImportWarning of(int line, Code code, Object... values) {
    return new ImportWarning(line, code, Stream.of(values).map(String::valueOf).toList());
  }

  /// Stable: people and programs refer to them by [Code#wire].
  public enum Code {
    ANSWER_OUTSIDE_LIST,
    BROKEN_CHARACTERS,
    CHANGED_IN_BOTH,
    COLUMN_NOT_USED,
    COMPOUND_QUESTION,
    DUPLICATE_ANSWERED_OTHERWISE,
    DUPLICATE_HEADING,
    DUPLICATE_KEY,
    DUPLICATE_NUMBER,
    DUPLICATE_QUESTION,
    EMPTY_ANSWER,
    EMPTY_ITEM,
    ENCODING_GUESSED,
    FIELD_MISSING,
    FIELD_NOT_UNDERSTOOD,
    FIELD_NOT_USED,
    HEADING_INSIDE_ANSWER,
    HEADING_LEVEL_INCONSISTENT,
    INDENTED_CODE_LOOKS_LIKE_PROSE,
    INLINE_HINT,
    KNOWN_QUESTION,
    LINE_NOT_JSON,
    LIST_STARTS_AT,
    MARKER_WITHOUT_SPACE,
    MEDIA_LEFT_OUT,
    METADATA_IGNORED,
    NO_HEADER,
    NO_QUESTIONS,
    OUTSIDE_EXPORT,
    QUESTION_TOO_LONG,
    QUOTE_NOT_CLOSED,
    REQUIREMENTS_SECTION,
    RETIRED_QUESTION,
    SECTION_ASKS_NOTHING,
    SURPLUS_FIELDS,
    UNNUMBERED_QUESTION;

    /// Such as `empty-item`.
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
