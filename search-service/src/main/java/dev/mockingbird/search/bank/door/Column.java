package dev.mockingbird.search.bank.door;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a column of a table holds, by the names that people give it. The first name of each is the
/// one that an export writes.
public enum Column {
  ID("id"),
  TITLE(
      "question",
      "title",
      "q",
      "front",
      "prompt",
      "题目",
      "问题",
      "题干",
      "面试题",
      "试题",
      "题目内容",
      "标题",
      "正面"),
  BODY(
      "body",
      "description",
      "detail",
      "details",
      "content",
      "描述",
      "详情",
      "题目描述",
      "问题描述",
      "代码",
      "补充"),
  REFERENCE(
      "answer",
      "answers",
      "a",
      "back",
      "reference",
      "reference answer",
      "solution",
      "explanation",
      "response",
      "答案",
      "参考答案",
      "标准答案",
      "解答",
      "回答",
      "解析",
      "答案解析",
      "背面"),
  TOPIC(
      "topic",
      "topics",
      "category",
      "section",
      "subject",
      "chapter",
      "area",
      "deck",
      "主题",
      "分类",
      "类别",
      "章节",
      "模块",
      "科目",
      "方向",
      "技术方向",
      "知识点",
      "类型",
      "所属分类"),
  FURTHER_TOPICS("further topics", "also", "其他主题", "次要分类"),
  TAGS("tags", "tag", "labels", "label", "keywords", "keyword", "标签", "关键词", "关键字"),
  DIFFICULTY("difficulty", "level", "难度", "难易", "难易度", "难度等级", "级别"),
  MINUTES("minutes", "minute", "time", "duration", "时间", "时长", "分钟", "用时", "预计时间"),
  LANGUAGE("language", "lang", "语言", "语种"),
  KEY_POINTS("key points", "key point", "points", "要点", "关键点", "得分点", "考点", "评分要点"),
  HINTS("hints", "hint", "提示"),
  RUBRIC("rubric", "criteria", "评分标准", "评分细则"),
  FOLLOW_UPS("follow-ups", "follow-up", "follow-up questions", "追问", "延伸问题"),
  SOURCES("sources", "links", "link", "url", "references", "来源", "参考资料", "链接", "出处"),
  TRANSLATION("translation"),
  SOURCE("list"),
  KEY("key"),
  NUMBER("number", "no", "no.", "#", "index", "序号", "编号", "题号", "num");

  /// The header of an export, which an import knows again.
  static final List<Column> EXPORTED =
      Arrays.stream(values()).filter(it -> it != KEY && it != NUMBER).toList();

  private static final Pattern DECORATION = Pattern.compile("[\\s_*:：\\-]+|[(（\\[【].*?[)）\\]】]");
  private static final int LONGEST_NAME = 60;
  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    for (Column column : values()) {
      for (String name : column.names) {
        BY_NAME.put(bare(name), column);
      }
    }
  }

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  public String header() {
    return names.getFirst();
  }

  public static Stream<Column> exported() {
    return EXPORTED.stream();
  }

  static Optional<Column> named(String header) {
    return header.length() > LONGEST_NAME
        ? Optional.empty()
        : Optional.ofNullable(BY_NAME.get(bare(header)));
  }

  /// This row names the columns of a table of questions and holds no question itself.
  static boolean headsTable(List<String> row) {
    List<Column> known = new ArrayList<>();
    for (String cell : row) {
      named(cell).filter(it -> !known.contains(it)).ifPresent(known::add);
    }
    return known.contains(TITLE) && known.size() > 1;
  }

  static boolean headsExport(List<String> row) {
    return row.equals(EXPORTED.stream().map(Column::header).toList());
  }

  private static String bare(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return DECORATION.matcher(plain).replaceAll("");
  }
}
