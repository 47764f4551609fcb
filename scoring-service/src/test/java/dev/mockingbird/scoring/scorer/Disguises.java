package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Sentence;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What leaves an answer worth what it was: saying it again, hiding characters in it, writing it
/// with letters that look the same, and noise around it.
final class Disguises {

  private static final int NOISE = 100_000;

  private static final Map<Integer, Integer> RADICALS = new HashMap<>();

  static {
    for (int radical = 0x2F00; radical <= 0x2FD5; radical++) {
      RADICALS.put(
          Normalizer.normalize(Character.toString(radical), Normalizer.Form.NFKC).codePointAt(0),
          radical);
    }
  }

  private Disguises() {}

  static Map<String, UnaryOperator<String>> repetitions() {
    Map<String, UnaryOperator<String>> repetitions = new LinkedHashMap<>();
    repetitions.put("three times, line by line", it -> String.join("\n", it, it, it));
    repetitions.put("three times, in one line", it -> String.join(" ", it, it, it));
    repetitions.put("three times, another case", it -> it + "\n" + upper(it) + "\n" + it);
    repetitions.put("each sentence three times", it -> eachSentence(it, 3, " "));
    repetitions.put("each sentence twice, line by line", it -> eachSentence(it, 2, "\n"));
    return repetitions;
  }

  static Map<String, UnaryOperator<String>> hidden() {
    Map<String, UnaryOperator<String>> hidden = new LinkedHashMap<>();
    hidden.put("zero-width space", it -> between(it, 1, "\u200b"));
    hidden.put("zero-width joiner", it -> between(it, 2, "\u200d"));
    hidden.put("word joiner", it -> between(it, 3, "\u2060"));
    hidden.put("soft hyphen", it -> between(it, 3, "\u00ad"));
    hidden.put("byte order mark", it -> between(it, 4, "\ufeff"));
    hidden.put("left-to-right mark", it -> between(it, 5, "\u200e"));
    hidden.put("variation selector", it -> between(it, 1, "\ufe0f"));
    hidden.put("grapheme joiner", it -> between(it, 2, "\u034f"));
    hidden.put("tags", it -> it + "\udb40\udc66\udb40\udc75\udb40\udc6c\udb40\udc6c");
    hidden.put("combining dot below", it -> between(it, 4, "\u0323"));
    return hidden;
  }

  static Map<String, UnaryOperator<String>> lookAlikes(Language language) {
    Map<String, UnaryOperator<String>> alike = new LinkedHashMap<>();
    alike.put("Cyrillic", it -> replaced(it, "aeopcxyABEKMHOPCTX", "аеорсхуАВЕКМНОРСТХ"));
    alike.put("Cyrillic here and there", it -> replaced(it, "eo", "ео"));
    alike.put("Greek", it -> replaced(it, "oABEHIKMNOPTXYZ", "οΑΒΕΗΙΚΜΝΟΡΤΧΥΖ"));
    alike.put("full width", it -> mapped(it, c -> c > 0x20 && c < 0x7F ? c - 0x21 + 0xFF01 : c));
    alike.put("bold", it -> mapped(it, Disguises::bold));
    if (language == Language.CHINESE) {
      alike.put("radicals", it -> mapped(it, c -> RADICALS.getOrDefault(c, c)));
    }
    return alike;
  }

  /// 100 KB that say nothing about anything.
  ///
  /// @param texts fluent ones about something else
  static Map<String, String> noise(List<String> texts, Language language) {
    Random random = new Random(5);
    Map<String, String> noise = new LinkedHashMap<>();
    noise.put("letters", filled(() -> word(random, 'a', 26)));
    noise.put("digits", filled(() -> word(random, '0', 10)));
    noise.put("signs", filled(() -> "=-".repeat(1 + random.nextInt(20)) + " 🎉 ~"));
    noise.put("one word", filled(() -> "word"));
    noise.put("one long word", "x".repeat(NOISE));
    List<String> words =
        Arrays.asList(String.join(" ", texts).split(language == Language.ENGLISH ? "\\s+" : ""));
    String gap = language == Language.ENGLISH ? " " : "";
    noise.put("words", filled(() -> words.get(random.nextInt(words.size())) + gap));
    noise.put(
        "sentences",
        filled(() -> texts.get(random.nextInt(texts.size())) + " " + random.nextInt(9999) + ". "));
    noise.put(
        "lines",
        filled(() -> random.nextInt(9999) + texts.get(random.nextInt(texts.size())) + "\n"));
    if (language == Language.CHINESE) {
      noise.put("characters", filled(() -> word(random, '一', 20_000)));
    }
    return noise;
  }

  private static String filled(Supplier<String> next) {
    StringBuilder text = new StringBuilder(NOISE + 500);
    while (text.length() < NOISE) {
      text.append(next.get());
      if (text.charAt(text.length() - 1) > ' ' && text.charAt(text.length() - 1) < 0x80) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private static String word(Random random, int first, int of) {
    return IntStream.range(0, 2 + random.nextInt(8))
        .mapToObj(_ -> Character.toString(first + random.nextInt(of)))
        .collect(Collectors.joining());
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String eachSentence(String text, int times, String gap) {
    List<String> said = new ArrayList<>();
    for (Sentence sentence : Sentence.of(text)) {
      for (int i = 0; i < times; i++) {
        said.add(sentence.in(text).strip());
      }
    }
    return String.join(gap, said);
  }

  private static String between(String text, int every, String hidden) {
    StringBuilder with = new StringBuilder();
    int[] codePoints = text.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      with.appendCodePoint(codePoints[i]);
      if (i % every == every - 1 && Character.isLetter(codePoints[i])) {
        with.append(hidden);
      }
    }
    return with.toString();
  }

  private static String replaced(String text, String letters, String by) {
    return mapped(text, c -> letters.indexOf(c) < 0 ? c : by.charAt(letters.indexOf(c)));
  }

  private static String mapped(String text, IntUnaryOperator by) {
    return text.codePoints()
        .map(by)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int bold(int codePoint) {
    if (codePoint >= 'a' && codePoint <= 'z') {
      return 0x1D41A + codePoint - 'a';
    }
    return codePoint >= 'A' && codePoint <= 'Z' ? 0x1D400 + codePoint - 'A' : codePoint;
  }
}
