package dev.mockingbird.search.bank.reading;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a list says about a question beside its text, in a comment below its heading such as `<!--
/// key: gil | lang: en | difficulty: hard | minutes: 5 | tags: python, threads -->`.
///
/// @param key equal for a question and its counterparts in other languages
public record Metadata(
    @Nullable String key,
    Language language,
    Difficulty difficulty,
    int minutes,
    List<String> tags) {

  private static final int DEFAULT_MINUTES = 5;

  public static Metadata none(Language language) {
    return new Metadata(null, language, Difficulty.MEDIUM, DEFAULT_MINUTES, List.of());
  }

  /// Empty when the comment is not metadata or one of its values makes no sense.
  public static Optional<Metadata> parse(String comment, Language language) {
    Map<String, String> fields =
        Stream.of(comment.replaceFirst("^<!--", "").replaceFirst("-->$", "").split("\\|"))
            .map(field -> field.split(":", 2))
            .filter(field -> field.length == 2)
            .collect(
                Collectors.toMap(
                    field -> field[0].strip().toLowerCase(Locale.ROOT),
                    field -> field[1].strip(),
                    (first, second) -> first));
    try {
      return Optional.of(
          new Metadata(
              fields.get("key"),
              switch (fields.getOrDefault("lang", "")) {
                case "zh" -> Language.CHINESE;
                case "en" -> Language.ENGLISH;
                default -> language;
              },
              fields.containsKey("difficulty")
                  ? Difficulty.valueOf(fields.get("difficulty").toUpperCase(Locale.ROOT))
                  : Difficulty.MEDIUM,
              minutes(fields.get("minutes")),
              Stream.of(fields.getOrDefault("tags", "").split("[,，]"))
                  .map(String::strip)
                  .filter(tag -> !tag.isEmpty())
                  .distinct()
                  .toList()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static int minutes(@Nullable String text) {
    int minutes = text == null ? DEFAULT_MINUTES : Integer.parseInt(text);
    if (minutes < 1 || minutes > 120) {
      throw new IllegalArgumentException("A question takes 1 to 120 minutes, not " + minutes);
    }
    return minutes;
  }
}
