package dev.mockingbird.scoring.scorer.text;

import dev.mockingbird.events.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Words of one language and what says the opposite of each.
public final class Opposites {

  /// A word that has an opposite.
  ///
  /// @param from UTF-16 offset into the text, `to` exclusive
  public record Found(String word, int from, int to) {}

  private final Map<String, Set<String>> of = new HashMap<>();
  private final Language language;
  private final int longest;

  private Opposites(Language language, List<String> lines) {
    this.language = language;
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] words = line.strip().split(" ");
        for (String word : words) {
          Set<String> others = of.computeIfAbsent(word, _ -> new HashSet<>());
          others.addAll(List.of(words));
          others.remove(word);
        }
      }
    }
    longest = of.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  public static Opposites of(Language language) {
    String resource = "opposites-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Opposites.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return new Opposites(language, reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words of a text that have an opposite, in order; in Chinese the longest at each place.
  public List<Found> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < lower.length()) {
      int end = language == Language.CHINESE ? at + longestAt(lower, at) : knownEnd(lower, at);
      if (end > at) {
        String word = lower.substring(at, end);
        if (!opposites(word).isEmpty()) {
          found.add(new Found(word, at, end));
        }
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  /// Whether both cannot be said of the same thing.
  public boolean opposed(String word, String other) {
    Set<String> opposites = opposites(word);
    return forms(other).stream().anyMatch(opposites::contains);
  }

  /// Whether both are the same word, be it in another form.
  public boolean same(String word, String other) {
    return word.equals(other) || forms(word).stream().anyMatch(forms(other)::contains);
  }

  private Set<String> opposites(String word) {
    Set<String> opposites = new HashSet<>();
    forms(word).forEach(form -> opposites.addAll(of.getOrDefault(form, Set.of())));
    return opposites;
  }

  /// Of an English word, itself and the known ones that it may be a form of.
  private Set<String> forms(String word) {
    Set<String> forms = new HashSet<>(Set.of(word));
    if (language == Language.ENGLISH) {
      for (String ending : ENDINGS) {
        if (word.endsWith(ending) && word.length() > ending.length() + 2) {
          addStems(word.substring(0, word.length() - ending.length()), forms);
        }
      }
      forms.removeIf(form -> !of.containsKey(form));
    }
    return forms;
  }

  private static final List<String> ENDINGS =
      List.of("s", "es", "d", "ed", "ing", "r", "er", "st", "est", "ly");

  private static void addStems(String stem, Set<String> stems) {
    stems.add(stem);
    stems.add(stem + "e");
    int last = stem.length() - 1;
    if (stem.charAt(last) == 'i') {
      stems.add(stem.substring(0, last) + "y");
    }
    if (stem.charAt(last) == stem.charAt(last - 1)) {
      stems.add(stem.substring(0, last));
    }
  }

  /// Both parts of a word with a hyphen count, unless it is known as a whole.
  private int knownEnd(String text, int from) {
    int end = wordEnd(text, from);
    if (end > from && opposites(text.substring(from, end)).isEmpty()) {
      int hyphen = text.indexOf('-', from);
      return hyphen > from && hyphen < end ? hyphen : end;
    }
    return end;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length()
        && (text.charAt(at) >= 'a' && text.charAt(at) <= 'z' || text.charAt(at) == '-')) {
      at++;
    }
    return at;
  }

  private int longestAt(String text, int at) {
    for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
      if (of.containsKey(text.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }
}
