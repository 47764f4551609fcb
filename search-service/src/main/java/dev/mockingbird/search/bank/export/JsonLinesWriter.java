package dev.mockingbird.search.bank.export;

import dev.mockingbird.eventlog.HalfCharacters;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Question;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One object a line, as `question.schema.json` says, without what is empty.
final class JsonLinesWriter implements BankWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Writer out;

  JsonLinesWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void begin() {}

  @Override
  public void write(Question question) throws IOException {
    out.write(HalfCharacters.escape(JSON.writeValueAsString(object(question))));
    out.write('\n');
  }

  private static ObjectNode object(Question question) {
    QuestionSnapshot content = question.content();
    StaffMaterial staff = question.staff();
    ObjectNode object = JSON.createObjectNode();
    object.put("id", content.id());
    object.put("title", content.title());
    text(object, "body", content.body());
    object.put("language", content.language() == Language.CHINESE ? "zh" : "en");
    text(object, "topic", content.topic());
    texts(object, "furtherTopics", question.filing().furtherTopics());
    object.put("difficulty", content.difficulty().name().toLowerCase(Locale.ROOT));
    object.put("minutes", content.minutes());
    texts(object, "tags", content.tags());
    text(object, "reference", staff.reference());
    if (!staff.keyPoints().isEmpty()) {
      ArrayNode points = object.putArray("keyPoints");
      for (KeyPoint point : staff.keyPoints()) {
        points.addObject().put("text", point.text()).put("weight", point.weight());
      }
    }
    texts(object, "hints", staff.hints());
    texts(object, "rubric", staff.rubric());
    texts(object, "followUps", staff.followUps());
    texts(object, "sources", staff.sources());
    text(object, "translation", question.filing().translationKey());
    text(object, "source", question.filing().source());
    return object;
  }

  private static void text(ObjectNode object, String field, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      object.put(field, text);
    }
  }

  private static void texts(ObjectNode object, String field, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = object.putArray(field);
      texts.forEach(array::add);
    }
  }
}
