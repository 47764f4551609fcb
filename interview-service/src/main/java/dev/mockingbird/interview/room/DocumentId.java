package dev.mockingbird.interview.room;

import dev.mockingbird.events.CodeLanguage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of the one document that a question has in a language, such as `q1:python`.
public record DocumentId(int question, CodeLanguage language) {

  private static final Pattern FORM = Pattern.compile("q([1-9][0-9]{0,5}):([a-z]+)");

  static Optional<DocumentId> parse(String id) {
    Matcher parts = FORM.matcher(id);
    return parts.matches()
        ? CodeLanguage.find(parts.group(2))
            .map(language -> new DocumentId(Integer.parseInt(parts.group(1)), language))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "q" + question + ":" + language.wire();
  }
}
