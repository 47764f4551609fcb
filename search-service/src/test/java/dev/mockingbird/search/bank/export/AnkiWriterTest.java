package dev.mockingbird.search.bank.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.search.bank.Question;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnkiWriterTest {

  @ParameterizedTest
  @ValueSource(strings = {"> ", "*a **b ", "- "})
  void writesWhatIsNestedBeyondMeasureAsItStands(String level) throws Exception {
    Question any = new NastyQuestions(1).some(1).getFirst();
    QuestionSnapshot content = any.content();
    String deep = level.repeat(15_000) + "c** d*".repeat(8_000);
    Question nested =
        new Question(
            new QuestionSnapshot(
                content.id(),
                1,
                content.language(),
                content.topic(),
                content.title(),
                deep,
                content.difficulty(),
                content.minutes(),
                content.tags()),
            any.staff(),
            any.filing());
    StringWriter out = new StringWriter();

    new AnkiWriter(out).write(nested);

    assertThat(out.toString()).contains("<pre>");
  }
}
