package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

  @Test
  void mapsChineseHeaders() {
    Reading reading =
        Handed.reading(
            "题库.csv",
            """
            序号,分类,题目,参考答案,难度,标签,建议时长,得分点
            1,并发,什么是死锁？,互相等待,困难,"锁,并发",8分钟,"互斥条件（权重 3）
            循环等待"
            2,网络,TCP 为什么要三次握手？,略,简单,,,
            """);

    assertThat(reading.confidence()).isGreaterThan(0.9);
    ReadItem first = reading.items().getFirst();
    assertThat(first.title()).isEqualTo("什么是死锁？");
    assertThat(first.topic()).isEqualTo("并发");
    assertThat(first.staff().reference()).isEqualTo("互相等待");
    assertThat(first.metadata().difficulty()).isEqualTo(Difficulty.HARD);
    assertThat(first.metadata().tags()).containsExactly("锁", "并发");
    assertThat(first.metadata().language()).isEqualTo(Language.CHINESE);
    assertThat(first.staff().keyPoints())
        .containsExactly(new KeyPoint("互斥条件", 3), new KeyPoint("循环等待", 2));
    assertThat(reading.items().getLast().hasReference()).isFalse();
    assertThat(reading.warnings())
        .extracting(ImportWarning::line, ImportWarning::code)
        .contains(tuple(4, Code.EMPTY_ANSWER), tuple(1, Code.COLUMN_NOT_USED));
  }

  @Test
  void mapsEnglishHeadersWhateverTheirOrderAndSpelling() {
    Reading reading =
        Handed.reading(
            "list.csv",
            """
            Answer;Difficulty_Level;  QUESTION ;Category;Key Points;Follow-Up Questions
            A gate;easy;What is a lock?;Threads;- one at a time;What is a latch?
            """);

    ReadItem item = reading.items().getFirst();
    assertThat(item.title()).isEqualTo("What is a lock?");
    assertThat(item.staff().reference()).isEqualTo("A gate");
    assertThat(item.topic()).isEqualTo("Threads");
    assertThat(item.staff().keyPoints()).containsExactly(new KeyPoint("one at a time", 2));
    assertThat(item.staff().followUps()).containsExactly("What is a latch?");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", "，"})
  void findsTheSignBetweenFields(String sign) {
    Reading reading =
        Handed.reading(
            "list.csv",
            "question,answer,topic\nWhat is a lock?,A gate,Threads\nWhat is a latch?,A door,Threads\n"
                .replace(",", sign));

    assertThat(reading.items())
        .extracting(ReadItem::title, ReadItem::topic)
        .containsExactly(tuple("What is a lock?", "Threads"), tuple("What is a latch?", "Threads"));
  }

  @Test
  void takesTheSignFromTheFileWhereItTells() {
    Reading reading =
        Handed.reading("list.csv", "sep=;\nquestion;answer\n\"What, then?\";Nothing, really\n");

    assertThat(reading.items())
        .extracting(ReadItem::title, ReadItem::line)
        .containsExactly(tuple("What, then?", 3));
  }

  @Test
  void readsFirstColumnAsQuestionsAndIsLessSureWithoutAHeader() {
    Reading reading =
        Handed.reading("list.tsv", "What is a lock?\tA gate\nWhat is a latch?\tA door\n");

    assertThat(reading.items())
        .extracting(ReadItem::title, it -> it.staff().reference())
        .containsExactly(tuple("What is a lock?", "A gate"), tuple("What is a latch?", "A door"));
    assertThat(reading.confidence()).isBetween(0.5, 0.9);
    assertThat(reading.warnings()).extracting(ImportWarning::code).contains(Code.NO_HEADER);
  }

  @Test
  void asksWhenNeitherHeaderNorContentTellsWhatTheQuestionsAre() {
    Reading reading = Handed.reading("list.csv", "locks,gates\nlatches,doors\n");

    assertThat(reading.confidence()).isLessThan(Reading.SURE);
    assertThat(reading.shapes()).extracting("shape").containsExactly("column-1", "column-2");
  }

  @Test
  void takesTheColumnThatAPersonTells() {
    SourceFile file = Handed.file("list.csv", "A gate,What is a lock?\nA door,What is a latch?\n");

    Reading reading =
        Readers.read(file, new Choice("column-2", Map.of(2, Role.IGNORED), Language.ENGLISH));

    assertThat(reading.items())
        .extracting(ReadItem::title, it -> it.staff().reference())
        .containsExactly(tuple("What is a lock?", "A gate"));
    assertThat(reading.marks()).extracting(Mark::role).containsExactly(Role.QUESTION, Role.IGNORED);
  }

  @Test
  void isNoSurerForAColumnThatItDoesNotHave() {
    SourceFile file = Handed.file("list.csv", "锁,互斥\n闩,门\n");

    assertThat(Readers.read(file, new Choice("column-9", Map.of(), Language.ENGLISH)).confidence())
        .isEqualTo(Readers.read(file, Choice.none(Language.ENGLISH)).confidence())
        .isLessThan(Reading.SURE);
    assertThat(Readers.read(file, new Choice("column-2", Map.of(), Language.ENGLISH)).confidence())
        .isGreaterThan(Reading.SURE);
  }

  @Test
  void tellsTheLinesOfAFieldWithLineEnds() {
    Reading reading =
        Handed.reading(
            "list.csv",
            """
            question,answer,topic
            "What is
            a lock?","A gate

            with one key",Threads

            What is a latch?,A door,Threads
            """);

    ReadItem first = reading.items().getFirst();
    assertThat(first.title()).isEqualTo("What is a lock?");
    assertThat(first.answerLines()).containsExactly(new Lines(3, 5));
    assertThat(reading.items().getLast().line()).isEqualTo(7);
    assertThat(reading.marks())
        .extracting(Mark::lines, Mark::role, Mark::item)
        .containsExactly(
            tuple(new Lines(1, 1), Role.IGNORED, null),
            tuple(new Lines(2, 3), Role.QUESTION, "2"),
            tuple(new Lines(4, 6), Role.ANSWER, "2"),
            tuple(new Lines(7, 7), Role.QUESTION, "7"));
  }

  @Test
  void putsWhatOneMayChooseFromBelowTheQuestion() {
    Reading reading =
        Handed.reading("单选题.csv", "题干,A,B,C,D,答案\n下列哪个是可重入锁？,synchronized,自旋锁,信号量,栅栏,A\n");

    ReadItem item = reading.items().getFirst();
    assertThat(item.body()).isEqualTo("- A. synchronized\n- B. 自旋锁\n- C. 信号量\n- D. 栅栏");
    assertThat(item.staff().reference()).isEqualTo("A");
  }

  @Test
  void stripsTheNumbersWhenEveryQuestionHasOne() {
    assertThat(
            Handed.reading("list.csv", "question,answer\n1. What is a?,x\n2、What is b?,y\n")
                .items())
        .extracting(ReadItem::title)
        .containsExactly("What is a?", "What is b?");
    assertThat(
            Handed.reading("list.csv", "question,answer\n3. What is a?,x\nWhat is b?,y\n").items())
        .extracting(ReadItem::title)
        .containsExactly("3. What is a?", "What is b?");
  }

  @Test
  void readsOnWhenAQuotationMarkIsNeverClosed() {
    Reading reading =
        Handed.reading("list.csv", "question,answer\nWhat is a?,\"x\nWhat is b?,y\nWhat is c?,z\n");

    assertThat(reading.items()).extracting(ReadItem::title).contains("What is b?", "What is c?");
    assertThat(reading.warnings())
        .extracting(ImportWarning::line, ImportWarning::code)
        .contains(tuple(2, Code.QUOTE_NOT_CLOSED));
  }

  @Test
  void namesValuesAndFieldsThatItDoesNotUnderstand() {
    Reading reading =
        Handed.reading(
            "list.csv",
            "question,answer,difficulty,minutes\nWhat is a?,x,brutal,soon,more,still more\n");

    assertThat(reading.warnings())
        .extracting(ImportWarning::line, ImportWarning::code, ImportWarning::values)
        .contains(
            tuple(2, Code.FIELD_NOT_UNDERSTOOD, List.of("difficulty", "brutal")),
            tuple(2, Code.FIELD_NOT_UNDERSTOOD, List.of("minutes", "soon")),
            tuple(2, Code.SURPLUS_FIELDS, List.of("2")));
  }

  @Test
  void marksRowsWithoutAQuestion() {
    Reading reading = Handed.reading("list.csv", "question,answer\n,x\nWhat is b?,y\n");

    assertThat(reading.items()).hasSize(1);
    assertThat(reading.warnings()).extracting(ImportWarning::code).containsExactly(Code.EMPTY_ITEM);
    assertThat(reading.marks().get(0).lines()).isEqualTo(new Lines(1, 1));
  }
}
