package dev.mockingbird.search.bank.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The few words, Chinese and English, by which a text tells what it is.
final class Wording {

  /// Nobody asks in more characters than this; what is longer is looked at by its start.
  private static final int LONGEST = 400;

  private static final Pattern ASKING_INSIDE = Pattern.compile("[?？](?=\\s|$|[\\p{IsHan}\"”)）(（])");
  private static final List<String> ASKING =
      List.of(
          "如何", "怎么", "怎样", "什么", "哪些", "哪个", "哪几", "哪种", "是否", "多少", "几个", "几种", "为何", "说说", "说一下",
          "说下", "谈谈", "谈一谈", "谈下", "介绍", "简述", "描述一下", "请描述", "请解释", "请说明", "请写", "请实现", "列举", "区别",
          "手写", "写一个", "写出", "实现一个", "聊聊", "讲讲", "讲一下", "讲下", "举例", "的理解", "有啥", "是啥", "能否", "正确的是",
          "错误的是", "不包括", "不属于", "输出是", "输出结果");
  private static final Pattern ASKING_AT_START =
      Pattern.compile("^(?:解释|请|描述|比较|对比|阐述|分析|实现|编写|用(?![户途例法])|给定|设计(?!模式|原则)|以下|下列|下面)");
  private static final Set<String> ASKING_WORDS =
      Set.of(
          "how",
          "what",
          "what's",
          "whats",
          "why",
          "when",
          "which",
          "who",
          "where",
          "whose",
          "do",
          "does",
          "did",
          "can",
          "could",
          "should",
          "would",
          "explain",
          "describe",
          "compare",
          "design",
          "implement",
          "tell",
          "write",
          "name",
          "list",
          "define",
          "discuss",
          "mention",
          "give",
          "show",
          "differentiate",
          "distinguish",
          "difference",
          "differences",
          "create",
          "build",
          "find",
          "calculate",
          "compute",
          "state",
          "given",
          "suppose",
          "talk",
          "enumerate",
          "outline",
          "illustrate",
          "demonstrate",
          "let's",
          "assume",
          "imagine",
          "true",
          "pros",
          "estimate",
          "prove",
          "derive",
          "please",
          "walk",
          "elaborate",
          "identify",
          "convert",
          "print",
          "reverse",
          "check");
  private static final Set<String> WEAK =
      Set.of(
          "when",
          "do",
          "did",
          "can",
          "show",
          "print",
          "check",
          "list",
          "name",
          "create",
          "build",
          "find",
          "given",
          "state",
          "where",
          "who",
          "which",
          "true",
          "convert",
          "reverse",
          "outline",
          "let's",
          "please",
          "would",
          "could",
          "should",
          "suppose",
          "assume",
          "imagine",
          "define",
          "design",
          "write",
          "identify");

  private static final List<String> REQUIRING =
      List.of(
          "熟悉",
          "掌握",
          "精通",
          "熟练",
          "具备",
          "（可选）",
          "（必备）",
          "(optional)",
          "(required)",
          "familiar with",
          "proficient",
          "proficiency in",
          "experience with",
          "experience in",
          "knowledge of",
          "years of",
          "者优先",
          "优先考虑",
          "优先录用",
          "加分");
  private static final List<String> REQUIRING_AT_START = List.of("了解", "能够");

  /// Queues and searches have priorities too, and references and principles are strong and solid.
  private static final Pattern REQUIRING_BY_ITS_SHAPE =
      Pattern.compile(
          "优先[。；;.]?$|^(?:strong|solid|good|excellent) (?:[\\w/,&-]+ ){0,4}(?:knowledge|understanding|experience|skills?|background|grasp|command|foundations?|ability|abilities)\\b");

  private static final Pattern DEMANDS =
      Pattern.compile(
          "要求|任职|职责|加分项|岗位|技能|requirements?|qualifications?|responsibilit|nice to have|must have|skills",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<![?？])[?？]++(?=\\s|$|[^\\p{ASCII}]|[A-Z\"'”)])");
  private static final Pattern INLINE_HINT = Pattern.compile("[?？]\\s*+[(（][^)）?？]++[)）]\\s*+$");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:\\s|\\[[^\\p{L}\\p{N}\\]]{1,3}](?=\\s)|[\\p{So}\\uFE0F\\u200D\\p{Cs}]|\\[\\s*](?=\\s)|\\[[xX]](?=\\s)|[:：、](?=\\S))++");

  /// How hard it is, or whose it is, in brackets before the words.
  private static final Pattern TAG =
      Pattern.compile("^[\\[(（【]\\s?(\\p{L}[\\p{L}\\p{N} /+-]{0,11})[\\])）】]\\s*+(?=\\S)");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "^(?:todo|tbd|wip|略|暂无|无|待补充|待完善|待更新|待续|未完待续|待整理|待填坑|补充中|更新中|未完成"
              + "|to be (?:completed|added|done|continued|written|updated|answered|filled)"
              + "|coming soon|work in progress|answer (?:goes )?here|your answer(?: here)?"
              + "|add (?:your )?answer(?: here)?|not (?:yet )?answered(?: yet)?|no answer(?: yet)?"
              + "|ask someone for more details|n/a|none|see above|同上)"
              + "(?:\\s*[.。…!！]*)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DECORATION =
      Pattern.compile("^[\\s>*_`#~+\\-|.。…]++|(?<![\\s>*_`#~|])[\\s>*_`#~|]++$");
  private static final Pattern CODE_WANTED =
      Pattern.compile(
          "输出|打印|运行结果|执行结果|结果是|下列|下面|以下|如下|上述|这段|该代码|补全|填空|改错|"
              + "(?:below|following|this (?:code|program|snippet|function|query|script|command|config)"
              + "|these (?:functions|queries|commands|snippets)|output|printed?|logged|get logged|returns?\\b.*\\?"
              + "|snippet|the code|what happens)",
          Pattern.CASE_INSENSITIVE);

  /// What trails off is no question but how one begins.
  private static final Pattern QUOTED =
      Pattern.compile("^[\"“「『]++([^\"“”「」『』]*+)(?<![.][.]|…)[\"”」』]++$");

  private static final Pattern OPENS_SOMETHING = Pattern.compile("[:：]\\s*$");

  private Wording() {}

  /// Whether somebody is asked something.
  static boolean asks(String text) {
    String start = QUOTED.matcher(untagged(start(text))).replaceFirst("$1");
    return Tail.asks(start)
        || ASKING_INSIDE.matcher(start).find()
        || start.length() < 120
            && (ASKING.stream().anyMatch(start::contains) || ASKING_AT_START.matcher(start).find())
        || asksByItsFirstWord(start);
  }

  /// Ends in a question mark, or in a word that stands for one.
  static boolean asksPlainly(String text) {
    return Tail.asks(start(text));
  }

  /// Without the tag in front, which is no part of the words.
  static String untagged(String text) {
    return TAG.matcher(text).replaceFirst("");
  }

  /// What stands in brackets in front; empty without any.
  static String tag(String text) {
    Matcher tag = TAG.matcher(text);
    return tag.find() ? tag.group(1) : "";
  }

  private static boolean asksByItsFirstWord(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", 3);
    String first = words.length == 0 ? "" : words[0];
    return ASKING_WORDS.contains(first)
        && !(words.length > 1 && words[1].equals("of"))
        && words.length > 1
        && !words[1].isEmpty()
        && (!WEAK.contains(first) || text.length() < 160 && text.indexOf(':') < 0);
  }

  static boolean requires(String text) {
    String start = start(text).toLowerCase(Locale.ROOT);
    return !asksPlainly(start)
        && (REQUIRING_AT_START.stream().anyMatch(start::startsWith)
            || REQUIRING.stream().anyMatch(start::startsWith)
            || REQUIRING_BY_ITS_SHAPE.matcher(start).find()
            || start.length() < 60 && REQUIRING.stream().anyMatch(start::contains));
  }

  /// A heading that says that demands follow.
  static boolean announcesDemands(String heading) {
    return DEMANDS.matcher(start(heading)).find();
  }

  static long questionSentences(String text) {
    return SENTENCE_END.matcher(start(text)).results().count();
  }

  static boolean hasInlineHint(String text) {
    return INLINE_HINT.matcher(start(text)).find();
  }

  static boolean isChinese(String text) {
    return HAN.matcher(start(text)).find();
  }

  /// Stands where an answer will stand one day.
  static boolean isPlaceholder(String text) {
    if (text.length() > LONGEST || !Said.hasWords(text)) {
      return !Said.hasWords(text);
    }
    String bare = DECORATION.matcher(text.strip()).replaceAll("");
    return bare.length() < 60 && PLACEHOLDER.matcher(bare).matches();
  }

  /// The question is about code, or about something else that has to follow it.
  static boolean pointsBelow(String text) {
    String start = start(text);
    return OPENS_SOMETHING.matcher(start).find() || CODE_WANTED.matcher(start).find();
  }

  static boolean endsInColon(String text) {
    return OPENS_SOMETHING.matcher(start(text)).find();
  }

  /// Without the pictograms and marks that lists decorate their questions with.
  static String trimmed(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    return LEADING.matcher(text.substring(0, Tail.wordsEnd(text))).replaceFirst("").strip();
  }

  static String start(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
