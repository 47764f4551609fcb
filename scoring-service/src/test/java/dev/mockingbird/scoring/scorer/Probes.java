package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Script;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Answers made up to earn points that they do not deserve.
final class Probes {

  private static final List<String> ENGLISH =
      List.of(
          "The weather in spring is mild, and most people like to walk in the park with their dogs.",
          "To cook rice, wash it twice, add water and let it simmer until it is soft.",
          "My favourite team won the match yesterday because the goalkeeper was in great form.",
          "Plants use sunlight to make food from carbon dioxide and water.",
          "Inflation is a general rise of prices in an economy over a period of time.",
          "Shakespeare wrote his plays for a theatre in London that burnt down during a performance.");
  private static final List<String> CHINESE =
      List.of(
          "春天的天气很温暖，很多人喜欢带着狗去公园散步。",
          "煮米饭要先把米洗两遍，然后加水，用小火煮十五分钟。",
          "昨天我支持的球队赢了比赛，因为守门员状态非常好。",
          "绿色植物利用阳光把二氧化碳和水变成有机物。",
          "通货膨胀是指一段时间内物价水平的普遍上涨。",
          "莎士比亚的剧本是为伦敦的一座剧院写的，后来它在演出时烧毁了。");

  private Probes() {}

  /// Fluent, and about something that nobody asked.
  static String offTopic(Language language, int which) {
    List<String> texts = language == Language.ENGLISH ? ENGLISH : CHINESE;
    return texts.get(which % texts.size());
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
