package dev.mockingbird.scoring.scorer.opposition;

import dev.mockingbird.events.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Words of one language and what says the opposite of each.
final class Opposites {

  /// A word that has an opposite.
  ///
  /// @param from UTF-16 offset into the text, `to` exclusive
  record Found(String word, int from, int to) {}

  /// Marks words that are the opposite of each other only where all else is the same.
  private static final String ONLY_THERE = "= ";

  private static final Map<Language, Opposites> BY_LANGUAGE = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      BY_LANGUAGE.put(language, read(language));
    }
  }

  private final Map<String, Set<String>> of = new HashMap<>();
  private final Map<String, Set<String>> apart = new HashMap<>();
  private final Language language;
  private final int longest;

  private Opposites(Language language, List<String> lines) {
    this.language = language;
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        boolean there = line.startsWith(ONLY_THERE);
        add(line.substring(there ? ONLY_THERE.length() : 0), there ? apart : of);
      }
    }
    longest =
        Stream.of(of, apart)
            .flatMap(it -> it.keySet().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }

  private static void add(String line, Map<String, Set<String>> to) {
    List<String> words = List.of(line.strip().split(" "));
    for (String word : words) {
      Set<String> others = to.computeIfAbsent(word, _ -> new HashSet<>());
      others.addAll(words);
      others.remove(word);
    }
  }

  static Opposites of(Language language) {
    return Objects.requireNonNull(BY_LANGUAGE.get(language));
  }

  private static Opposites read(Language language) {
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
  List<Found> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < lower.length()) {
      int end = language == Language.CHINESE ? at + longestAt(lower, at) : knownEnd(lower, at);
      if (end > at) {
        String word = lower.substring(at, end);
        if (hasOpposite(word)) {
          found.add(new Found(word, at, end));
        }
      }
      at = Math.max(end, at + 1);
    }
    return found;
  }

  /// Whether both cannot be said of the same thing.
  boolean opposed(String word, String other) {
    return opposed(word, other, of);
  }

  /// Whether they tell apart two statements that are the same in all else.
  boolean apart(String word, String other) {
    return opposed(word, other, of) || opposed(word, other, apart);
  }

  private boolean opposed(String word, String other, Map<String, Set<String>> in) {
    Set<String> opposites = opposites(word, in);
    return forms(other).stream().anyMatch(opposites::contains);
  }

  /// Whether both are the same word, be it in another form.
  boolean same(String word, String other) {
    return word.equals(other) || forms(word).stream().anyMatch(forms(other)::contains);
  }

  private boolean hasOpposite(String word) {
    return !opposites(word, of).isEmpty() || !opposites(word, apart).isEmpty();
  }

  private Set<String> opposites(String word, Map<String, Set<String>> in) {
    Set<String> opposites = new HashSet<>();
    forms(word).forEach(form -> opposites.addAll(in.getOrDefault(form, Set.of())));
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
      forms.removeIf(form -> !known(form));
    }
    return forms;
  }

  private boolean known(String word) {
    return of.containsKey(word) || apart.containsKey(word);
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
    if (end > from && !hasOpposite(text.substring(from, end))) {
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
      if (known(text.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }
}
