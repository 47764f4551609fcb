package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Answers made up to earn points that they do not deserve.
final class Probes {

  private static final Map<Language, List<String>> ELSEWHERE =
      Map.of(
          Language.ENGLISH,
          lines("elsewhere-english.txt"),
          Language.CHINESE,
          lines("elsewhere-chinese.txt"));

  private Probes() {}

  /// Fluent, and about something that nobody asked, or about the answer instead of giving one.
  static String offTopic(Language language, int which) {
    List<String> texts = ELSEWHERE.get(language);
    return texts.get(which % texts.size());
  }

  private static List<String> lines(String resource) {
    try (InputStream text = Probes.class.getResourceAsStream(resource)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words of the reference that tell something, shuffled or in order.
  static String bag(String reference, Language language, boolean shuffled, Random random) {
    List<String> words = new ArrayList<>();
    if (language == Language.ENGLISH) {
      for (Term term : Term.of(reference)) {
        if (!StopWords.contains(term.key())) {
          words.add(reference.substring(term.from(), term.to()));
        }
      }
    } else {
      int at = 0;
      while (at < reference.length()) {
        int end = at + 1;
        if (Script.chinese(reference.codePointAt(at))) {
          // Without a dictionary: runs between function words, cut into pieces of two or three.
          end = at;
          while (end < reference.length()
              && Script.chinese(reference.codePointAt(end))
              && !StopWords.contains(reference.codePointAt(end))) {
            end++;
          }
          for (int from = at; from < end; from += 2) {
            int to = end - from == 3 ? end : Math.min(from + 2, end);
            words.add(reference.substring(from, to));
            if (to == end) {
              break;
            }
          }
          end = Math.max(end, at + 1);
        } else if (Script.word(reference.codePointAt(at))) {
          end = Script.runEnd(reference, at, Script::word);
          words.add(reference.substring(at, end));
        }
        at = end;
      }
    }
    if (shuffled) {
      Collections.shuffle(words, random);
    }
    return words.stream()
        .collect(
            Collectors.joining(
                language == Language.ENGLISH ? " " : random.nextBoolean() ? "" : " "));
  }

  /// The first verb of each sentence negated.
  static String negated(String reference, Language language) {
    if (language == Language.CHINESE) {
      String negated =
          reference.replaceAll(
              "(?<![不没无非未])(是|可以|能够|需要|支持|允许|具有|包括|分为|使用|采用|适合|存储|占用|提高|增加|减少|容易|必须|会|能|有)", "不$1");
      return negated.equals(reference) ? "并非" + reference : negated;
    }
    String negated =
        reference.replaceAll(
            "\\b(is|are|was|were|can|must|should|will|could|may|would|does|do|has|have)\\b(?! not)",
            "$1 not");
    return negated.equals(reference) ? "It is not true that " + reference : negated;
  }
}
