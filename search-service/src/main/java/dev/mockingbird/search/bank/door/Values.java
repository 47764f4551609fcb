package dev.mockingbird.search.bank.door;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Quoted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How people write the values of a question's fields, in either language.
final class Values {

  private static final int DEFAULT_WEIGHT = 2;
  private static final int LONGEST_MINUTES = 120;
  private static final Pattern WEIGHT =
      Pattern.compile("[(（]\\s*(?:权重|weight)\\s*[:：]?\\s*([1-3])\\s*[)）]");
  private static final Pattern BULLET = Pattern.compile("^(?:[-*•·]|\\d{1,2}[.、)）])\\s+");
  private static final Pattern MINUTES =
      Pattern.compile("(\\d{1,3})\\s*(?:m|min|mins|minutes?|分钟?|')?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?:-+|—+|/|\\\\|\\.{3}|…+|略|无|暂无|空|待补充|待完善|待填写|todo|tbd|n/?a|none|null|nil|nan|-)[.。]?",
          Pattern.CASE_INSENSITIVE);

  private Values() {}

  static boolean isChinese(String text) {
    return HAN.matcher(text).find();
  }

  /// Somebody meant to write something here.
  static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text.strip()).matches();
  }

  static Optional<Language> language(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "zh", "zh-cn", "zh_cn", "cn", "chinese", "中文", "汉语", "简体中文" ->
          Optional.of(Language.CHINESE);
      case "en", "en-us", "en_us", "english", "英文", "英语" -> Optional.of(Language.ENGLISH);
      default -> Optional.empty();
    };
  }

  static Optional<Difficulty> difficulty(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "easy",
          "simple",
          "beginner",
          "basic",
          "junior",
          "low",
          "简单",
          "容易",
          "易",
          "初级",
          "基础",
          "入门",
          "低" ->
          Optional.of(Difficulty.EASY);
      case "medium",
          "normal",
          "intermediate",
          "middle",
          "moderate",
          "中等",
          "中",
          "中级",
          "一般",
          "普通",
          "适中" ->
          Optional.of(Difficulty.MEDIUM);
      case "hard",
          "difficult",
          "advanced",
          "expert",
          "senior",
          "high",
          "困难",
          "难",
          "高级",
          "较难",
          "高" ->
          Optional.of(Difficulty.HARD);
      default -> Optional.empty();
    };
  }

  static Optional<Integer> minutes(String text) {
    Matcher minutes = MINUTES.matcher(text.strip());
    return minutes.matches()
        ? Optional.of(Integer.parseInt(minutes.group(1)))
            .filter(it -> it >= 1 && it <= LONGEST_MINUTES)
        : Optional.empty();
  }

  /// An entry of a list in an export, where its weight is the last thing that stands there.
  static KeyPoint weighted(String entry) {
    int bracket = Math.max(0, Math.max(entry.lastIndexOf('('), entry.lastIndexOf('（')));
    Matcher weight = WEIGHT.matcher(entry.substring(bracket));
    return weight.matches()
        ? new KeyPoint(
            entry(entry.substring(0, bracket).stripTrailing()), Integer.parseInt(weight.group(1)))
        : new KeyPoint(entry(entry), DEFAULT_WEIGHT);
  }

  /// A text that stands as it is, or as a JSON string.
  static String entry(String text) {
    return Quoted.read(text).orElse(text);
  }

  /// One entry a line, without the bullets that people put before them.
  static List<String> lines(String cell) {
    return cell.lines()
        .map(line -> BULLET.matcher(line.strip()).replaceFirst("").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /// Entries on lines of their own or with signs between them.
  static List<String> words(String cell) {
    return Stream.of(cell.split("[,，;；、|\\n]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
