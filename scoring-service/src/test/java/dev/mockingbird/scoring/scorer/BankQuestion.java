package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A question of the starter bank, as far as fitting needs it.
///
/// @param reference without code
record BankQuestion(String title, Language language, String reference, List<KeyPoint> keyPoints) {

  private static final Pattern QUESTION =
      Pattern.compile("(?ms)^### ([^\\n]+)\\n.*?lang: (\\w+)(.*?)(?=^### |^## |\\z)");
  private static final Pattern REFERENCE =
      Pattern.compile("(?s)\\*\\*(?:参考答案|Reference answer)\\*\\*\\n(.*?)\\n\\*\\*");
  private static final Pattern KEY_POINT =
      Pattern.compile("(?m)^- (.*?)\\s*[（(](?:权重|weight)\\s*(\\d)[)）]");

  static List<BankQuestion> read(Path markdown) throws IOException {
    return QUESTION.matcher(Files.readString(markdown)).results().map(BankQuestion::of).toList();
  }

  /// Its first sentences.
  String firstHalf() {
    String[] sentences = reference.split("(?<=[。；])|(?<=[.!?])\\s");
    return String.join(" ", Arrays.copyOf(sentences, (sentences.length + 1) / 2));
  }

  private static BankQuestion of(MatchResult question) {
    String text = question.group(3);
    return new BankQuestion(
        question.group(1),
        question.group(2).equals("zh") ? Language.CHINESE : Language.ENGLISH,
        REFERENCE
            .matcher(text)
            .results()
            .findFirst()
            .map(it -> it.group(1).replaceAll("(?s)```.*?```", "").strip())
            .orElseThrow(),
        KEY_POINT
            .matcher(text)
            .results()
            .map(it -> new KeyPoint(it.group(1), Integer.parseInt(it.group(2))))
            .toList());
  }
}
