package dev.mockingbird.scoring.trial;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads a [Trial]. Tolerant where the meaning is plain: a lone string for `references`, or the key
/// `reference`; languages like `zh-CN` or `English`; fields it does not know. A text that holds
/// half of a surrogate pair, which no encoding can carry, is read with U+FFFD in its place.
public final class TrialReader {

  private static final int MOST = 50;

  /// All that there is to compare an answer with is encoded whole, so that its length has a limit.
  private static final int LONGEST_BESIDE_ANSWER = 200_000;

  /// Scoring takes time and memory in proportion; nobody writes this much by hand.
  private static final int LONGEST_ANSWER = 1_200_000;

  private TrialReader() {}

  public static Submission read(JsonNode json) throws Unreadable {
    if (!json.isObject()) {
      throw new Unreadable("", "This is " + kind(json) + ", and should be an object in {}.");
    }
    String question = required(json, "question");
    List<String> references = references(json);
    List<KeyPoint> keyPoints = keyPoints(json.path("keyPoints"));
    String answer = required(json, "answer");
    if (answer.length() > LONGEST_ANSWER) {
      throw new Unreadable("/answer", "It has more than 1,200,000 characters.");
    }
    if (lengthBesideAnswer(question, references, keyPoints) > LONGEST_BESIDE_ANSWER) {
      throw new Unreadable(
          "",
          "Question, references and key points have more than 200,000 characters: leave out what"
              + " the answer need not say.");
    }
    return new Submission(
        question,
        references,
        keyPoints,
        answer,
        Languages.of(json.path("language"), question, references, keyPoints, answer));
  }

  private static List<String> references(JsonNode json) throws Unreadable {
    JsonNode many = json.path("references");
    if (isAbsent(many)) {
      many = json.path("reference");
      return isAbsent(many) ? List.of() : List.of(text(many, "/reference"));
    }
    if (many.isString()) {
      return List.of(text(many, "/references"));
    }
    requireList(many, "/references");
    List<String> references = new ArrayList<>();
    for (int i = 0; i < many.size(); i++) {
      references.add(text(many.get(i), "/references/" + i));
    }
    return references;
  }

  private static List<KeyPoint> keyPoints(JsonNode many) throws Unreadable {
    if (isAbsent(many)) {
      return List.of();
    }
    requireList(many, "/keyPoints");
    List<KeyPoint> points = new ArrayList<>();
    for (int i = 0; i < many.size(); i++) {
      JsonNode each = many.get(i);
      String pointer = "/keyPoints/" + i;
      if (!each.isObject()) {
        throw new Unreadable(
            pointer, "It is " + kind(each) + ", and should be like {\"text\":\"…\",\"weight\":1}.");
      }
      points.add(
          new KeyPoint(
              text(each.path("text"), pointer + "/text"),
              weight(each.path("weight"), pointer + "/weight")));
    }
    return points;
  }

  private static int weight(JsonNode weight, String pointer) throws Unreadable {
    if (isAbsent(weight)) {
      return 1;
    }
    if (!weight.isIntegralNumber() || !weight.canConvertToInt()) {
      throw new Unreadable(pointer, "A key point weighs 1, 2 or 3.");
    }
    int value = weight.intValue();
    if (value < 1 || value > 3) {
      throw new Unreadable(pointer, "A key point weighs 1, 2 or 3.");
    }
    return value;
  }

  private static void requireList(JsonNode many, String pointer) throws Unreadable {
    if (!many.isArray()) {
      throw new Unreadable(pointer, "It is " + kind(many) + ", and should be a list in [].");
    }
    if (many.size() > MOST) {
      throw new Unreadable(
          pointer, "It has " + many.size() + " entries; the most is " + MOST + ".");
    }
  }

  private static String required(JsonNode json, String name) throws Unreadable {
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      throw new Unreadable("/" + name, "It is missing; an empty text would be \"\".");
    }
    return text(value, "/" + name);
  }

  private static String text(JsonNode value, String pointer) throws Unreadable {
    if (!value.isString()) {
      throw new Unreadable(
          pointer,
          "It is "
              + kind(value)
              + ", and should be text"
              + (value.isNumber() || value.isBoolean() ? ": put it in quotes." : "."));
    }
    return whole(value.stringValue());
  }

  /// Positions stay what they were: both are one UTF-16 unit.
  private static String whole(String text) {
    return text.codePoints().noneMatch(TrialReader::isHalf)
        ? text
        : text.codePoints()
            .map(it -> isHalf(it) ? 0xFFFD : it)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case BOOLEAN -> node.asString();
      case MISSING -> "missing";
      case NULL -> "null";
      case NUMBER -> "a number";
      case OBJECT -> "an object";
      case STRING -> "text";
      case BINARY, POJO -> "something else";
    };
  }

  private static long lengthBesideAnswer(
      String question, List<String> references, List<KeyPoint> keyPoints) {
    return question.length()
        + references.stream().mapToLong(String::length).sum()
        + keyPoints.stream().mapToLong(it -> it.text().length()).sum();
  }
}
