package dev.mockingbird.search.bank.markdown;

import static dev.mockingbird.search.bank.reading.ImportWarning.Code.ANSWER_OUTSIDE_LIST;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.COMPOUND_QUESTION;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.EMPTY_ANSWER;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.EMPTY_ITEM;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.HEADING_INSIDE_ANSWER;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.METADATA_IGNORED;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.NO_QUESTIONS;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.REQUIREMENTS_SECTION;
import static dev.mockingbird.search.bank.reading.ImportWarning.Code.UNNUMBERED_QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {

  @Test
  void takesTheEntriesOfListsForQuestionsWhenHeadingsOnlyNameTopics() {
    Reading draft =
        read(
            """
            ## 缓存

            1. 什么是缓存穿透？

               查询不存在的数据。

            2. **缓存雪崩**

            # 消息

            1. 如何保证消息不丢？
            """);

    assertThat(draft.items())
        .extracting(ReadItem::topic, ReadItem::title, ReadItem::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("缓存", "什么是缓存穿透？", 3),
            org.assertj.core.groups.Tuple.tuple("缓存", "缓存雪崩", 7),
            org.assertj.core.groups.Tuple.tuple("消息", "如何保证消息不丢？", 11));
    assertThat(draft.items().getFirst().staff().reference()).isEqualTo("查询不存在的数据。");
    assertThat(draft.items().getFirst().answerLines()).containsExactly(new Lines(5, 5));
  }

  @Test
  void givesAFenceThatIsNotIndentedToTheQuestionAboveIt() {
    Reading draft =
        read(
            """
            ## Go

            1. 写一个信号量

            ```go
            sem := make(chan struct{}, 3)
            ```

            1. 写一个定时器
            """);

    assertThat(draft.items().getFirst().staff().reference())
        .isEqualTo("```go\nsem := make(chan struct{}, 3)\n```");
    assertThat(draft.items()).hasSize(2);
    assertThat(codes(draft)).contains(ANSWER_OUTSIDE_LIST);
  }

  @Test
  void keepsHeadingsAndListsOfAnAnswerInsideIt() {
    Reading draft =
        read(
            """
            ## 存储

            1. 说说 LSM 树

               1. 写入

                  + #### 内存表

                    先写日志。
               2. 读取

            2. 说说 B+ 树
            """);

    assertThat(draft.items()).extracting(ReadItem::title).containsExactly("说说 LSM 树", "说说 B+ 树");
    assertThat(draft.items().getFirst().staff().reference())
        .startsWith("1. 写入\n\n   + #### 内存表")
        .endsWith("2. 读取");
    assertThat(codes(draft)).contains(HEADING_INSIDE_ANSWER);
  }

  @Test
  void countsAnAnswerWithoutWordsAsNone() {
    Reading draft = read("## A\n\n1. 什么是协程？\n\n   1. \n\n2. \n");

    assertThat(draft.items()).singleElement().matches(item -> !item.hasReference());
    assertThat(codes(draft)).contains(EMPTY_ANSWER, EMPTY_ITEM);
  }

  @Test
  void readsAParagraphThatAsksAsOneQuestionWhereNoListIs() {
    Reading draft = read("# 网络\n\n为什么要握手三次？为什么要挥手四次？\n");

    assertThat(draft.items()).singleElement().matches(item -> item.title().startsWith("为什么要握手三次"));
    assertThat(codes(draft)).contains(UNNUMBERED_QUESTION, COMPOUND_QUESTION);
  }

  @Test
  void makesNoQuestionsOfDemandsOnAPerson() {
    Reading draft =
        read(
            """
            ## 面试题

            1. 什么是索引？

            ## 任职要求

            1.精通 Java，有大型项目经验。
            2.熟悉 MySQL

            ## 加分项

            1. Kubernetes（可选）
            """);

    assertThat(draft.items())
        .filteredOn(item -> item.kind() == ReadItem.Kind.REQUIREMENT)
        .extracting(ReadItem::title, ReadItem::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("精通 Java，有大型项目经验。", 7),
            org.assertj.core.groups.Tuple.tuple("熟悉 MySQL", 8),
            org.assertj.core.groups.Tuple.tuple("Kubernetes（可选）", 12));
    assertThat(draft.warnings())
        .filteredOn(warning -> warning.code() == REQUIREMENTS_SECTION)
        .extracting(ImportWarning::line)
        .containsExactly(5);
  }

  @Test
  void splitsAQuestionByItsLabels() {
    Reading draft =
        read(
            """
            ---
            title: ours
            ---
            # List

            ## 并发 Concurrency

            ### What does this print?
            <!-- key: print-race | lang: en | difficulty: hard | minutes: 7 | tags: go, races -->

            ```go
            go print(1)
            ```

            **Reference answer**

            Nothing, or 1.

            1. It races.

            **Key points**

            - the `main` goroutine may end first (weight 3)
            - nothing waits

            **Hints**

            - Who waits for whom?

            **Source**

            - <https://go.dev/ref/mem>
            """);

    ReadItem item = draft.items().getFirst();
    assertThat(draft.items()).hasSize(1);
    assertThat(item.line()).isEqualTo(8);
    assertThat(item.topic()).isEqualTo("并发 Concurrency");
    assertThat(item.body()).isEqualTo("```go\ngo print(1)\n```");
    assertThat(item.staff().reference()).isEqualTo("Nothing, or 1.\n\n1. It races.");
    assertThat(item.staff().keyPoints())
        .containsExactly(
            new KeyPoint("the main goroutine may end first", 3), new KeyPoint("nothing waits", 2));
    assertThat(item.staff().hints()).containsExactly("Who waits for whom?");
    assertThat(item.staff().sources()).containsExactly("https://go.dev/ref/mem");
    assertThat(item.metadata())
        .isEqualTo(
            new Metadata(
                "print-race", Language.ENGLISH, Difficulty.HARD, 7, List.of("go", "races")));
  }

  @Test
  void readsRubricAndFollowUpsByTheirLabelsInBothLanguages() {
    Reading draft =
        read(
            """
            ## Go

            ### What prints this?

            **Reference answer**

            Standard error.

            **Rubric**

            - names the stream

            **Follow-ups**

            - And `fmt.Println`?

            ### 它打印到哪里？

            **参考答案**

            标准错误。

            **评分细则**

            - 说出流的名字

            **追问**

            - 那么 `fmt.Println` 呢？
            """);

    assertThat(draft.items())
        .extracting(
            item -> item.staff().reference(),
            item -> item.staff().rubric(),
            item -> item.staff().followUps())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Standard error.", List.of("names the stream"), List.of("And fmt.Println?")),
            org.assertj.core.groups.Tuple.tuple(
                "标准错误。", List.of("说出流的名字"), List.of("那么 fmt.Println 呢？")));
  }

  @Test
  void hidesWhichOptionIsTheRightOne() {
    ReadItem item =
        read("## Shells\n\n### Which is a shell?\n\n- [ ] ls\n- [x] bash\n- [ ] cat\n")
            .items()
            .getFirst();

    assertThat(item.body()).isEqualTo("- [ ] ls\n- [ ] bash\n- [ ] cat");
    assertThat(item.staff().reference()).isEqualTo("bash");
  }

  @Test
  void ignoresMetadataThatMakesNoSenseAndSaysSo() {
    Reading draft = read("# T\n\n## Why?\n<!-- key: a | difficulty: brutal -->\n\nBecause.\n");

    assertThat(draft.items().getFirst().metadata().key()).isNull();
    assertThat(codes(draft)).contains(METADATA_IGNORED);
  }

  @Test
  void tellsTheLanguageOfAQuestionByItsLetters() {
    Reading draft =
        MarkdownReader.read("# T\n\n1. What is a lock?\n2. 什么是锁？\n", Choice.none(Language.ENGLISH));

    assertThat(draft.items())
        .extracting(item -> item.metadata().language())
        .containsExactly(Language.ENGLISH, Language.CHINESE);
  }

  @Test
  void countsLinesAsTheFileDoesWithCarriageReturnsAndAByteOrderMark() {
    Reading draft = read("\uFEFF# T\r\n\r\n1. 什么是锁？\r\n");

    assertThat(draft.items().getFirst().line()).isEqualTo(3);
  }

  @Test
  void takesNumbersOfSeveralPartsOffWhereTheyCountOn() {
    Reading draft =
        read(
            """
            ## 1. 基础

            - 1.1 什么是多态？
            - 1.2 1.5 倍扩容是怎么做的？
            - 1.3 5G 是什么？

            ## 2. 版本

            - 2-1-1 3.0 新特性有哪些？
            - 3.5 版本带来了什么？
            - 2.7 和 3.6 有什么区别？
            """);

    assertThat(draft.items())
        .extracting(ReadItem::title)
        .containsExactly(
            "什么是多态？",
            "1.5 倍扩容是怎么做的？",
            "5G 是什么？",
            "3.0 新特性有哪些？",
            "3.5 版本带来了什么？",
            "2.7 和 3.6 有什么区别？");
  }

  @Test
  void takesNoVersionForAMark() {
    assertThat(read("## T\n\n- 3.5 What did it bring?\n- Why a new version?\n").items())
        .extracting(ReadItem::title)
        .containsExactly("3.5 What did it bring?", "Why a new version?");
  }

  @Test
  void doesNotPointAtAFoldThatIsIndentedUnderItsQuestion() {
    Reading draft =
        read(
            """
            - 什么是锁？

              <details>
              <summary>答案</summary>

              互斥。

              </details>

            - 什么是队列？

            先进先出。
            """);

    assertThat(draft.items())
        .extracting(item -> item.staff().reference())
        .containsExactly("互斥。", "先进先出。");
    assertThat(draft.warnings())
        .filteredOn(warning -> warning.code() == ANSWER_OUTSIDE_LIST)
        .extracting(ImportWarning::line)
        .containsExactly(12);
  }

  @Test
  void saysThatItFoundNothing() {
    assertThat(codes(read("Just prose.\n"))).containsExactly(NO_QUESTIONS);
    assertThat(codes(read(""))).containsExactly(NO_QUESTIONS);
  }

  private static Reading read(String markdown) {
    return MarkdownReader.read(markdown, Choice.none(Language.CHINESE));
  }

  private static List<ImportWarning.Code> codes(Reading draft) {
    return draft.warnings().stream().map(ImportWarning::code).toList();
  }
}
