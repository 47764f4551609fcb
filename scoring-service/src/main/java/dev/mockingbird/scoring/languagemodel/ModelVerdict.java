package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.events.ScoreEvent.Verdict;
import dev.mockingbird.scoring.languagemodel.ModelFailure.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the model says about one key point.
record ModelVerdict(Verdict verdict, String quote) {

  /// The form that the model is asked to keep to, as JSON Schema.
  static final JsonNode SCHEMA;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern CODE_FENCE =
      Pattern.compile("```(?:json)?[ \\t]*\\R(.*)\\R```", Pattern.DOTALL);

  static {
    SCHEMA =
        JSON.readTree(
            """
            {"type":"object","additionalProperties":false,"required":["verdicts"],"properties":{
              "verdicts":{"type":"array","items":{
                "type":"object","additionalProperties":false,
                "required":["keyPoint","verdict","quote"],"properties":{
                  "keyPoint":{"type":"integer"},
                  "verdict":{"type":"string","enum":["COVERED","PARTLY","MISSING"]},
                  "quote":{"type":"string"}}}}}}
            """);
  }

  /// Reads what keeps to the form, in a code fence at most: one verdict for each key point, no
  /// other and none twice, and not a word beside them.
  ///
  /// @return in the order of the key points
  static List<ModelVerdict> read(String content, int keyPoints) throws ModelFailure {
    @Nullable ModelVerdict[] verdicts = new ModelVerdict[keyPoints];
    for (JsonNode one : array(object(tree(content), Set.of("verdicts")).path("verdicts"))) {
      object(one, Set.of("keyPoint", "verdict", "quote"));
      int number = number(one.path("keyPoint"));
      if (number < 1 || number > keyPoints || verdicts[number - 1] != null) {
        throw nonsense();
      }
      verdicts[number - 1] = new ModelVerdict(verdict(one.path("verdict")), quote(one));
    }
    if (Arrays.stream(verdicts).anyMatch(Objects::isNull)) {
      throw nonsense();
    }
    List<ModelVerdict> all = new ArrayList<>();
    for (ModelVerdict verdict : verdicts) {
      all.add(Objects.requireNonNull(verdict));
    }
    return all;
  }

  private static JsonNode tree(String content) throws ModelFailure {
    String text = content.strip();
    Matcher fenced = CODE_FENCE.matcher(text);
    try {
      return JSON.readTree(fenced.matches() ? fenced.group(1) : text);
    } catch (JacksonException _) {
      throw nonsense();
    }
  }

  private static JsonNode object(JsonNode node, Set<String> fields) throws ModelFailure {
    if (!node.isObject() || !fields.containsAll(node.propertyNames())) {
      throw nonsense();
    }
    return node;
  }

  private static JsonNode array(JsonNode node) throws ModelFailure {
    if (!node.isArray()) {
      throw nonsense();
    }
    return node;
  }

  private static int number(JsonNode node) throws ModelFailure {
    if (!node.isInt()) {
      throw nonsense();
    }
    return node.intValue();
  }

  private static Verdict verdict(JsonNode node) throws ModelFailure {
    String name = text(node);
    Optional<Verdict> known =
        Arrays.stream(Verdict.values()).filter(it -> it.name().equals(name)).findFirst();
    return known.orElseThrow(ModelVerdict::nonsense);
  }

  /// What is missing needs none.
  private static String quote(JsonNode verdict) throws ModelFailure {
    return verdict.hasNonNull("quote") ? text(verdict.path("quote")) : "";
  }

  private static String text(JsonNode node) throws ModelFailure {
    if (!node.isString()) {
      throw nonsense();
    }
    return node.stringValue();
  }

  private static ModelFailure nonsense() {
    return new ModelFailure(Reason.NONSENSE);
  }
}
