package dev.mockingbird.scoring.trial;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// In which language an answer is expected. Where nothing is said it is the one that question,
/// references and key points are written in, told by their script: Chinese where one in five of
/// their letters is a Chinese character, for these are a word each and technical terms stay
/// English. Only where they have no letters does the answer decide.
final class Languages {

  private static final int LETTERS_TO_A_CHARACTER = 4;

  private Languages() {}

  static Language of(
      JsonNode said,
      String question,
      List<String> references,
      List<KeyPoint> keyPoints,
      String answer)
      throws Unreadable {
    if (!TrialReader.isAbsent(said)) {
      return named(said);
    }
    String asked =
        question
            + String.join(" ", references)
            + keyPoints.stream().map(KeyPoint::text).collect(Collectors.joining(" "));
    return written(asked.codePoints().anyMatch(Character::isLetter) ? asked : answer);
  }

  private static Language named(JsonNode said) throws Unreadable {
    if (!said.isString()) {
      throw new Unreadable(
          "/language", "It is " + TrialReader.kind(said) + ", and should be \"zh\" or \"en\".");
    }
    String name = said.stringValue().strip().toLowerCase(Locale.ROOT);
    return switch (name.split("[-_]", 2)[0]) {
      case "zh", "chinese", "cn", "zho", "中文", "汉语", "简体中文" -> Language.CHINESE;
      case "en", "english", "eng", "英文", "英语" -> Language.ENGLISH;
      default ->
          throw new Unreadable(
              "/language", "Only \"zh\" and \"en\" are known; without it, it is found out.");
    };
  }

  private static Language written(String text) {
    long chinese =
        text.codePoints()
            .filter(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN)
            .count();
    long letters = text.codePoints().filter(Character::isLetter).count() - chinese;
    return chinese > 0 && chinese * LETTERS_TO_A_CHARACTER >= letters
        ? Language.CHINESE
        : Language.ENGLISH;
  }
}
