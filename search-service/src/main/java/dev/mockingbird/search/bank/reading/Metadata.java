package dev.mockingbird.search.bank.reading;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Language;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a list says about a question beside its text, in a comment below its heading such as `<!--
/// key: gil | lang: en | difficulty: hard | minutes: 5 | tags: python, threads -->`.
///
/// @param key equal for a question and its counterparts in other languages
/// @param id of the question in the bank that it was exported from
/// @param translation the whole translation key, as an export has it; wins over the one that is
///   made of the list's source and `key`
/// @param source the list that the question came from before it was exported
public record Metadata(
    @Nullable String key,
    Language language,
    Difficulty difficulty,
    int minutes,
    List<String> tags,
    @Nullable String id,
    @Nullable String translation,
    @Nullable String source) {

  private static final int DEFAULT_MINUTES = 5;
  private static final Pattern ID = Pattern.compile("q[0-9a-zA-Z_-]{6,63}");

  /// An id that no bank gives is none.
  public Metadata {
    id = id == null ? null : id(id).orElse(null);
  }

  /// Empty when no bank gives such an id.
  public static Optional<String> id(String text) {
    return ID.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  /// Of a question that no bank exported.
  public Metadata(
      @Nullable String key,
      Language language,
      Difficulty difficulty,
      int minutes,
      List<String> tags) {
    this(key, language, difficulty, minutes, tags, null, null, null);
  }

  /// Equal for a question of the list and its counterparts in other languages; absent when it says
  /// of none.
  public @Nullable String translationKey(String list) {
    return translation != null ? translation : key == null ? null : list + "/" + key;
  }

  public Metadata tagged(List<String> tags) {
    return new Metadata(key, language, difficulty, minutes, tags, id, translation, source);
  }

  /// Without the names that its list or an export gave it.
  public Metadata unnamed() {
    return new Metadata(null, language, difficulty, minutes, tags, null, null, source);
  }

  public static Metadata none(Language language) {
    return new Metadata(null, language, Difficulty.MEDIUM, DEFAULT_MINUTES, List.of());
  }

  /// Empty when one of the comment's values makes no sense.
  public static Optional<Metadata> parse(String comment, Language language) {
    return of(MetadataComment.parse(comment), language);
  }

  /// Empty when one of the values makes no sense.
  public static Optional<Metadata> of(MetadataComment comment, Language language) {
    try {
      String difficulty = comment.one("difficulty");
      return Optional.of(
          new Metadata(
              comment.one("key"),
              switch (Objects.requireNonNullElse(comment.one("lang"), "")) {
                case "zh" -> Language.CHINESE;
                case "en" -> Language.ENGLISH;
                default -> language;
              },
              difficulty == null
                  ? Difficulty.MEDIUM
                  : Difficulty.valueOf(difficulty.toUpperCase(Locale.ROOT)),
              minutes(comment.one("minutes")),
              comment.all("tags").stream().distinct().toList(),
              comment.one("id"),
              comment.one("translation"),
              comment.one("source")));
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
