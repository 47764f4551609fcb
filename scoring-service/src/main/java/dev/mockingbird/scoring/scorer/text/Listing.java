package dev.mockingbird.scoring.scorer.text;

import dev.mockingbird.events.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text names: things in a row, clauses, each without the words that only lead to it.
public final class Listing {

  private static final Pattern DIVIDING =
      Pattern.compile("[；;。\\n|，,：:（）()!?！？]|——|(?<=\\p{L})\\.(?=\\s|$)");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "^\\s*(?:[（(]?\\d{1,2}[)）.、]?(?!\\d)|[一二三四五六七八九十]+[类种]?[是、.]"
              + "|第[一二三四五六七八九十]+[，、是]?|其[一二三四五]是?|[①-⑳]|[-*•])\\s*");
  private static final Pattern COUNT =
      Pattern.compile("(?:主要)?(?:有|分为|可分为|以下)*[一二三四五六七八九十两几\\d]+(?:大|个|种|类|项|点|方面|部分|阶段|步|步骤|方式)+");
  private static final Pattern LEAD_WORD = Pattern.compile("^(?:分为|包括|有|是|即|如)|等$");
  private static final Pattern ENGLISH_LEAD =
      Pattern.compile("(.{2,80}?)(?::|\\b(?:are|is|includes?)\\b)");
  private static final Pattern CHINESE_LEAD =
      Pattern.compile("(.{2,40}?)(?:[：:]|——|主要包括|主要有以下[^：:，]*|包括|包含|分为|主要有|主要是|分别是|有|是|为)");
  private static final Pattern ENGLISH_ROW = Pattern.compile("(?i)\\b(?:and|or)\\b|/");
  private static final Pattern CHINESE_ROW = Pattern.compile("[、和及与]|以及|[（(]\\d{1,2}[)）]");
  private static final int SHORTEST_WITH_LEAD_WORD = 4;

  /// Most of a lead is in the question.
  private static final double ASKED_SHARE = 0.75;

  private final Language language;
  private final Set<String> asked;

  /// @param asked [#units] of the question
  public Listing(Language language, Set<String> asked) {
    this.language = language;
    this.asked = asked;
  }

  /// What two things are compared by: words, single Chinese characters.
  public static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      if (Script.chinese(codePoint)) {
        units.add(text.substring(at, end));
      } else if (Script.word(codePoint)) {
        end = Script.runEnd(text, at, Script::word);
        units.add(Term.of(text.substring(at, end)).getFirst().key());
      }
      at = end;
    }
    return units;
  }

  /// The things that a reference wants named, in its order.
  public List<String> items(String reference) {
    List<String> items = new ArrayList<>();
    for (String part : DIVIDING.split(withoutLead(reference.strip()))) {
      String clause = withoutOrdinal(part);
      boolean row = clause.indexOf('、') >= 0 || clause.length() < shortRow();
      for (String item : row ? row().split(clause) : new String[] {clause}) {
        add(item, items);
      }
    }
    items.removeIf(it -> COUNT.matcher(it).matches());
    return items;
  }

  /// Where an answer may name one: every thing in a row, and the row as a whole.
  public Set<String> places(String sentence) {
    List<String> places = new ArrayList<>();
    for (String part : DIVIDING.split(withoutLead(sentence.strip()))) {
      String clause = withoutOrdinal(part);
      String[] row = row().split(clause);
      for (String place : row) {
        add(place, places);
      }
      if (row.length > 1) {
        add(clause, places);
      }
    }
    return new LinkedHashSet<>(places);
  }

  private static void add(String item, List<String> to) {
    String bare = withoutOrdinal(item);
    if (bare.length() >= SHORTEST_WITH_LEAD_WORD) {
      bare = LEAD_WORD.matcher(bare).replaceAll("");
    }
    if (bare.codePoints().anyMatch(Character::isLetterOrDigit)) {
      to.add(bare);
    }
  }

  private static String withoutOrdinal(String part) {
    return ORDINAL.matcher(part.strip()).replaceFirst("").strip();
  }

  private String withoutLead(String text) {
    Matcher lead = lead().matcher(text);
    if (!lead.lookingAt()) {
      return text;
    }
    List<String> units =
        units(lead.group(1)).stream().filter(it -> !StopWords.contains(it)).toList();
    String rest = text.substring(lead.end());
    boolean repeats =
        !units.isEmpty()
            && units.stream().filter(asked::contains).count() >= ASKED_SHARE * units.size();
    return repeats && !units(rest).isEmpty() ? rest : text;
  }

  private Pattern lead() {
    return language == Language.ENGLISH ? ENGLISH_LEAD : CHINESE_LEAD;
  }

  private Pattern row() {
    return language == Language.ENGLISH ? ENGLISH_ROW : CHINESE_ROW;
  }

  /// In UTF-16 units; what joins two words in a longer clause need not part two things.
  private int shortRow() {
    return language == Language.ENGLISH ? 30 : 16;
  }
}
