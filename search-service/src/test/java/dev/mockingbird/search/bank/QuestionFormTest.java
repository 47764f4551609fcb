package dev.mockingbird.search.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class QuestionFormTest {

  /// Whoever opens a question and saves it as it is has changed nothing.
  @Test
  void saysOfAnImportedQuestionWhatItSays() throws IOException {
    List<ReadItem> items =
        MarkdownReader.read(
                new ClassPathResource("starter-bank.md").getContentAsString(StandardCharsets.UTF_8),
                Choice.none(Language.ENGLISH))
            .items();

    assertThat(items)
        .hasSize(100)
        .allSatisfy(
            item -> {
              Question question = question(item);
              QuestionForm form = QuestionForm.of(question, Optional.empty());
              assertThat(form.question("q1", 2, question.filing()).says(question)).isTrue();
            });
  }

  private static Question question(ReadItem item) {
    return new Question(
        new QuestionSnapshot(
            "q1",
            1,
            item.metadata().language(),
            item.topic(),
            item.title(),
            item.body(),
            item.metadata().difficulty(),
            item.metadata().minutes(),
            item.metadata().tags()),
        item.staff(),
        new Filing(item.furtherTopics(), "starter-bank", null));
  }
}
