package dev.mockingbird.scoring.scorer.text;

import dev.mockingbird.events.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Words of one language and what says the opposite of each.
public final class Opposites {

  private final Map<String, Set<String>> of = new HashMap<>();
  private final Language language;
  private final int longest;

  private Opposites(Language language, List<String> lines) {
    this.language = language;
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] pair = line.strip().split(" ");
        of.computeIfAbsent(pair[0], _ -> new HashSet<>()).add(pair[1]);
        of.computeIfAbsent(pair[1], _ -> new HashSet<>()).add(pair[0]);
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

  /// The words of a text that have an opposite; in Chinese the longest at each place.
  public Set<String> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<String> found = new HashSet<>();
    if (language == Language.CHINESE) {
      int at = 0;
      while (at < lower.length()) {
        int length = longestAt(lower, at);
        if (length > 0) {
          found.add(lower.substring(at, at + length));
        }
        at += Math.max(1, length);
      }
    } else {
      for (String word : lower.split("[^a-z-]+")) {
        if (of.containsKey(word)) {
          found.add(word);
        }
      }
    }
    return found;
  }

  /// Words of `ours` for which `theirs` has an opposite and not the word itself.
  public Set<String> contradicted(Set<String> ours, Set<String> theirs) {
    Set<String> contradicted = new HashSet<>();
    for (String word : ours) {
      Set<String> opposites = of.getOrDefault(word, Set.of());
      if (!theirs.contains(word)
          && opposites.stream().anyMatch(it -> theirs.contains(it) && !ours.contains(it))) {
        contradicted.add(word);
      }
    }
    return contradicted;
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
