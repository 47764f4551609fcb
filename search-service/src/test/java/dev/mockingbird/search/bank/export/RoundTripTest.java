package dev.mockingbird.search.bank.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.door.Limits;
import dev.mockingbird.search.bank.door.NamedBytes;
import dev.mockingbird.search.bank.door.Readers;
import dev.mockingbird.search.bank.door.Upload;
import dev.mockingbird.search.bank.door.UploadRefused;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Role;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is exported comes back equal, whatever the texts contain.
class RoundTripTest {

  private static final int EACH = 40;

  @ParameterizedTest
  @EnumSource(names = {"MARKDOWN", "JSON_LINES", "CSV"})
  void bringsEveryQuestionBackEqual(ExportFormat format) throws Exception {
    for (long seed = 1; seed <= 60; seed++) {
      List<Question> bank = new NastyQuestions(seed).some(EACH);

      Reading reading = read(format, written(format, bank));

      List<Question> back = reading.items().stream().map(RoundTripTest::question).toList();
      for (int i = 0; i < bank.size(); i++) {
        assertThat(back).hasSizeGreaterThan(i);
        assertThat(back.get(i)).as("seed %d, question %d", seed, i).isEqualTo(bank.get(i));
      }
      assertThat(back).hasSameSizeAs(bank);
      assertThat(reading.confidence()).isGreaterThan(0.9);
      assertThat(reading.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MARKDOWN", "JSON_LINES", "CSV"})
  void writesTheSameAgain(ExportFormat format) throws Exception {
    List<Question> bank = new NastyQuestions(7).some(EACH);
    String first = written(format, bank);

    List<Question> back =
        read(format, first).items().stream().map(RoundTripTest::question).toList();

    assertThat(written(format, back)).isEqualTo(first);
  }

  @Test
  void saysOfEveryLineWhatItIs() throws Exception {
    String file = written(ExportFormat.MARKDOWN, new NastyQuestions(3).some(EACH));

    List<Mark> marks = read(ExportFormat.MARKDOWN, file).marks();

    int next = 1;
    for (Mark mark : marks) {
      assertThat(mark.lines().from()).isEqualTo(next);
      next = mark.lines().to() + 1;
    }
    assertThat(next - 1).isEqualTo((int) file.lines().count());
    assertThat(marks).extracting(Mark::role).contains(Role.QUESTION, Role.ANSWER, Role.DETAIL);
  }

  private static String written(ExportFormat format, List<Question> bank) throws IOException {
    StringWriter out = new StringWriter();
    BankWriter writer = format.to(out);
    writer.begin();
    for (Question question : bank) {
      writer.write(question);
    }
    return out.toString();
  }

  private static Reading read(ExportFormat format, String text) throws UploadRefused {
    Upload upload =
        Upload.open(
            List.of(NamedBytes.of(format.file(), text.getBytes(StandardCharsets.UTF_8))),
            Limits.DEFAULT);
    return Readers.read(upload, _ -> Choice.none(Language.ENGLISH)).getFirst().reading();
  }

  private static Question question(ReadItem item) {
    return new Question(
        new QuestionSnapshot(
            item.metadata().id(),
            1,
            item.metadata().language(),
            item.topic(),
            item.title(),
            item.body(),
            item.metadata().difficulty(),
            item.metadata().minutes(),
            item.metadata().tags()),
        item.staff(),
        new Filing(item.furtherTopics(), item.metadata().source(), item.metadata().translation()));
  }
}
