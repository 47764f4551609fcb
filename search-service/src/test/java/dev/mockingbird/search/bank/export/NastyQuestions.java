package dev.mockingbird.search.bank.export;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Filing;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Question;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Questions of texts that mean something in every format there is; the same for a seed.
final class NastyQuestions {

  private static final List<String> LINES =
      List.of(
          "",
          "",
          " ",
          "\t",
          "plain text",
          "中文，标点。《书名》",
          "# heading",
          "## topic",
          "### What is it?",
          "#### 答案",
          "```",
          "````java",
          "~~~",
          "    indented code",
          "---",
          "***",
          "===",
          "title: front matter",
          "<!-- id: q0123456789abcde | lang: zh -->",
          "<!-- part: reference -->",
          "<!-- part: body --> and more",
          "\\<!-- part: hints -->",
          "\\\\<!-- end -->",
          "<!-- end -->",
          "<!-- end -->  ",
          "<!-- mockingbird: bank 1 -->",
          "<!-- a comment",
          "-->",
          "**参考答案**",
          "**Key points**",
          "**Answer:**",
          "答案：",
          "- a bullet (weight 1)",
          "- 一个要点（权重 3）",
          "* [ ] task",
          "1. one",
          "42) answer",
          "> quote",
          "<details><summary>why?</summary>",
          "</details>",
          "<script>alert(1)</script>",
          "| a | b |",
          "|---|---|",
          "trailing spaces  ",
          "trailing backslash\\",
          "  leading spaces",
          "\"quoted\"",
          "\"quoted\" in part",
          "\"",
          "\\\"",
          "'=1+1",
          "=1+1",
          "+1",
          "-1",
          "@SUM(A1)",
          "＝１",
          "'",
          "''",
          "a, b; c | d",
          "a，b",
          "key: value | other: value",
          "{\"title\":\"x\"}",
          "[]",
          "#separator:tab",
          "&lt;b&gt; &amp;",
          "\ud83d\ude00 emoji",
          "(weight 2)",
          "（权重 2）",
          "null",
          "-- double dash --",
          "----");

  /// What no text file keeps as it is.
  private static final List<String> FRAGILE =
      List.of(
          "a\rb", "a\r\nb", "\0", "\ufeff", "\ud83d", "\udc00x", "\u2028", "\u0085", "\u000b",
          "\f");

  private final Random random;

  NastyQuestions(long seed) {
    this.random = new Random(seed);
  }

  List<Question> some(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(this::question).toList();
  }

  private Question question(int number) {
    return new Question(
        new QuestionSnapshot(
            "q%015x".formatted(number),
            1,
            either(Language.CHINESE, Language.ENGLISH),
            either("", either("Threads", "并发"), line()),
            title(),
            text(),
            either(Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD),
            1 + random.nextInt(120),
            list(this::tag).stream().distinct().toList()),
        new StaffMaterial(
            text(),
            list(this::entry).stream()
                .map(text -> new KeyPoint(text, 1 + random.nextInt(3)))
                .toList(),
            list(this::entry),
            list(this::entry),
            list(this::entry),
            list(this::entry)),
        new Filing(
            list(this::tag),
            either(null, "team list", tag()),
            either(null, "team list/lock", tag())));
  }

  private String title() {
    String title = either(line(), line() + " " + line(), text());
    return title.isBlank() ? "What is it?" : title;
  }

  private String tag() {
    String tag = line();
    return tag.isEmpty() || tag.isBlank() ? "tag" : tag;
  }

  private String entry() {
    return random.nextInt(6) == 0 ? text() : line();
  }

  private String line() {
    return random.nextInt(40) == 0 ? pick(FRAGILE) : pick(LINES);
  }

  private String text() {
    return random.nextInt(4) == 0
        ? ""
        : Stream.generate(this::line)
            .limit(1 + random.nextInt(8))
            .collect(Collectors.joining("\n"));
  }

  private List<String> list(Supplier<String> entry) {
    return random.nextInt(3) == 0
        ? List.of()
        : Stream.generate(entry).limit(random.nextInt(4)).toList();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @SafeVarargs
  private <T> T either(T... values) {
    return values[random.nextInt(values.length)];
  }
}
