package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonReader.class.getResourceAsStream("question.schema.json"));

  @Test
  void readsOneQuestionALine() {
    Reading reading =
        Handed.reading(
            "bank.jsonl",
            """
            {"title":"What is a lock?","reference":" A gate ","topic":"Threads","language":"en","difficulty":"hard","minutes":8,"tags":["a, b"],"keyPoints":[{"text":"one at a time","weight":3},"fair"],"hints":["Think"],"rubric":["Says why"],"followUps":["And a latch?"],"sources":["https://example.org"],"furtherTopics":["Java"],"id":"q0123456789abcde","translation":"list/lock","source":"list"}

            {"question":"什么是闩？","answer":"门"}
            """);

    ReadItem first = reading.items().getFirst();
    assertThat(first.staff().reference()).isEqualTo(" A gate ");
    assertThat(first.staff().keyPoints())
        .containsExactly(new KeyPoint("one at a time", 3), new KeyPoint("fair", 2));
    assertThat(first.staff().rubric()).containsExactly("Says why");
    assertThat(first.staff().followUps()).containsExactly("And a latch?");
    assertThat(first.furtherTopics()).containsExactly("Java");
    assertThat(first.metadata().difficulty()).isEqualTo(Difficulty.HARD);
    assertThat(first.metadata().tags()).containsExactly("a, b");
    assertThat(first.metadata().id()).isEqualTo("q0123456789abcde");
    assertThat(first.metadata().translation()).isEqualTo("list/lock");
    assertThat(first.answerLines()).containsExactly(new Lines(1, 1));
    ReadItem second = reading.items().getLast();
    assertThat(second.title()).isEqualTo("什么是闩？");
    assertThat(second.metadata().language()).isEqualTo(Language.CHINESE);
    assertThat(second.line()).isEqualTo(3);
    assertThat(reading.confidence()).isEqualTo(1);
    assertThat(reading.warnings()).isEmpty();
  }

  @Test
  void namesTheLineAndTheFieldOfWhatIsWrong() {
    Reading reading =
        Handed.reading(
            "bank.jsonl",
            """
            {"title":"What is a?","minutes":500,"difficulty":"brutal","tags":"x","hints":["ok",7],"colour":"red"}
            {"title":"What is b?"
            {"body":"no title"}
            ["What is c?"]
            {"title":"What is d?"}
            """);

    assertThat(reading.items())
        .extracting(ReadItem::title)
        .containsExactly("What is a?", "What is d?");
    assertThat(reading.items().getFirst().staff().hints()).containsExactly("ok");
    assertThat(reading.warnings())
        .extracting(ImportWarning::line, ImportWarning::code, it -> it.values().getFirst())
        .containsExactlyInAnyOrder(
            tuple(1, Code.FIELD_NOT_UNDERSTOOD, "minutes"),
            tuple(1, Code.FIELD_NOT_UNDERSTOOD, "difficulty"),
            tuple(1, Code.FIELD_NOT_UNDERSTOOD, "tags"),
            tuple(1, Code.FIELD_NOT_UNDERSTOOD, "hints[1]"),
            tuple(1, Code.FIELD_NOT_USED, "colour"),
            tuple(2, Code.LINE_NOT_JSON, "22"),
            tuple(3, Code.FIELD_MISSING, "title"),
            tuple(4, Code.LINE_NOT_JSON, "1"));
    assertThat(reading.marks())
        .extracting(Mark::lines, Mark::role)
        .containsExactly(
            tuple(new Lines(1, 1), Role.QUESTION),
            tuple(new Lines(2, 4), Role.IGNORED),
            tuple(new Lines(5, 5), Role.QUESTION));
    assertThat(reading.confidence()).isLessThan(Reading.SURE);
  }

  @Test
  void readsAnArrayAndWhatItIsPackedIn() {
    Reading array =
        Handed.reading(
            "bank.json",
            """
            [
              {"question": "What is a?",
               "answer": "x"},
              {"question": "What is b?"}
            ]
            """);
    Reading packed =
        Handed.reading(
            "bank.json",
            "{\n\"name\": \"bank\",\n\"items\": [{\"title\":\"a?\"},{\"title\":\"b?\"}]}");

    assertThat(array.items())
        .extracting(ReadItem::title, ReadItem::line, ReadItem::answerLines)
        .containsExactly(
            tuple("What is a?", 2, List.of(new Lines(2, 3))), tuple("What is b?", 4, List.of()));
    assertThat(packed.items()).extracting(ReadItem::key).containsExactly("1.1", "1.2");
  }

  /// What the schema refuses is what the reader complains of.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'title':'a'}",
        "{'question':'a','answer':'b'}",
        "{'title':' '}",
        "{'body':'a'}",
        "{'title':'a','minutes':1}",
        "{'title':'a','minutes':0}",
        "{'title':'a','minutes':121}",
        "{'title':'a','minutes':'5'}",
        "{'title':'a','minutes':2.5}",
        "{'title':'a','language':'zh'}",
        "{'title':'a','language':'fr'}",
        "{'title':'a','difficulty':'easy'}",
        "{'title':'a','difficulty':3}",
        "{'title':'a','tags':['x','y']}",
        "{'title':'a','tags':[1]}",
        "{'title':'a','hints':'x'}",
        "{'title':'a','keyPoints':['x',{'text':'y','weight':3}]}",
        "{'title':'a','keyPoints':[{'text':'y','weight':4}]}",
        "{'title':'a','keyPoints':[{'weight':1}]}",
        "{'title':'a','keyPoints':[{'text':'y','weight':1.5}]}",
        "{'title':'a','id':'q0123456789abcde'}",
        "{'title':'a','id':'17'}",
        "{'title':7}",
        "{'title':'a','body':null}",
        "{'title':'a','reference':['x']}"
      })
  void complainsOfWhatTheSchemaRefuses(String quoted) {
    String line = quoted.replace('\'', '"');

    Reading reading = Handed.reading("bank.jsonl", line);

    assertThat(reading.warnings().isEmpty())
        .as(() -> reading.warnings() + " " + SCHEMA.validate(line, InputFormat.JSON))
        .isEqualTo(SCHEMA.validate(line, InputFormat.JSON).isEmpty());
  }
}
