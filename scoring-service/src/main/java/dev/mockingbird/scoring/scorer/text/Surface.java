package dev.mockingbird.scoring.scorer.text;

import dev.mockingbird.events.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a text looks like, whatever it means: three views of its letters, each a set.
///
/// @param terms keys of its [Term]s
/// @param runs of neighbouring characters, spaces included: 4 in English, 2 in Chinese
/// @param pieces 3 letters of a word in English; single characters that are no function words in
///   Chinese
public record Surface(Set<String> terms, Set<String> runs, Set<String> pieces) {

  public static Surface of(String text, Language language) {
    return of(List.of(text), language);
  }

  /// @param parts nothing runs from one into the next
  public static Surface of(List<String> parts, Language language) {
    Surface surface = new Surface(new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (String part : parts) {
      surface.terms.addAll(Term.keys(part));
      surface.add(part.toLowerCase(Locale.ROOT), language);
    }
    return surface;
  }

  private void add(String text, Language language) {
    int run = language == Language.CHINESE ? 2 : 4;
    int piece = language == Language.CHINESE ? 1 : 3;
    for (int at = 0; at + run <= text.length(); at++) {
      runs.add(text.substring(at, at + run));
    }
    for (int at = 0; at + piece <= text.length(); at++) {
      if (isPiece(text, at, at + piece, language)) {
        pieces.add(text.substring(at, at + piece));
      }
    }
  }

  private static boolean isPiece(String text, int from, int to, Language language) {
    for (int i = from; i < to; i++) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        return false;
      }
    }
    return language != Language.CHINESE || !StopWords.contains(text.codePointAt(from));
  }
}
