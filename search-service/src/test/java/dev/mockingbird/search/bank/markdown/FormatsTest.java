package dev.mockingbird.search.bank.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Sentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/// One small list for each format and trap that was seen in real ones.
class FormatsTest {

  /// Each question as `line[topic]` and the lines of its answer behind `=`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          heading-prose      | heading-3      | 5[Locks]=7-11 13[Locks]=15-15
          list-heading       | number-1       | 3[Java]=5-5 7[Java]=9-9 11[Java]=13-13
          quoted-numbers     | quote-number-1 | 3[Round one] 4[Round one] 5[Round one] 9[Round two] 10[Round two]
          bullets-unindented | bullet-1       | 3[Databases]=5-8 10[Databases]=12-15 17[Databases]=19-19
          details            | summary        | 4[Caches]=6-6 10[Caches]=11-11 16[Caches]=22-26
          bold               | bold           | 3[List]=5-7 9[List]=11-11 13[List]
          bold-paren         | bold-number    | 3[SQL]=5-7 9[SQL]=11-13 15[SQL]=17-19
          q-inline           | text-question  | 1[]=1-1 3[]=3-3 5[]=5-5
          quote-answer       | quote-text     | 3[Go]=5-5 7[Go]=9-9 11[Go]=13-13
          table              | table          | 5[Linux]=5-5 6[Linux] 7[Linux]
          links              | bullet-1       | 5[Memory] 6[Memory] 10[Disks]
          titles             | heading-4      | 3[Talks] 7[Talks] 11[Talks]
          choice             | heading-4      | 3[Quiz]=6-6 9[Quiz]=18-18 20[Quiz]=27-27
          hexo               | heading-2      | 7[]=8-8 10[]=11-11
          toc                | heading-2      | 9[Guide]=11-11 15[Guide]=17-17 21[Guide]=23-23
          advert             | heading-3      | 5[面试题]=7-7 9[面试题]=11-11
          numbers-restart    | text-comma     | 3[linux 题]=4-6 8[linux 题]=9-9 11[linux 题]=12-12 14[linux 题]=15-15
          one                | heading-1      | 1[]=3-9
          same               | heading-3      | 3[代码]=12-12 14[代码]=23-23
          cn-paren           | text-round     | 3[基础]=5-5 7[基础]=9-9 11[基础]=13-13
          wen                | text-question  | 3[缓存]=4-4 6[缓存]=7-7 9[缓存]=10-10
          mixed              | summary        | 5[Short ones] 6[Short ones] 7[Short ones] 11[Long ones]=13-13 17[Long ones]=19-19
          followups          | bullet-1       | 3[HR] 6[HR] 7[HR]
          placeholders       | heading-3      | 1[] 5[] 9[] 13[]=15-15
          contents-table     | heading-3      | 9[Caches]=11-11 13[Caches]=15-15 17[Caches]=19-19
          links-beside       | bullet-1       | 3[Networks] 5[Networks] 6[Networks] 9[Networks]
          html-answer        | summary        | 3[Stories]=3-3 6[Stories]=7-10 14[Stories]
          steps              | number-1       | 1[]=3-3 5[]=7-9 11[]=13-13 15[]=17-19 21[]=23-23
          heading-steps      | heading-2      | 3[Builds]=5-5 7[Builds]=9-9 11[Builds]=13-19 21[Builds]=23-23 25[Builds]=27-27
          bold-steps         | bold-number    | 1[]=3-3 5[]=7-13 15[]=17-17 19[]=21-21 23[]=25-25
          labels             | heading-3      | 3[Collections]=5-11 13[Collections]=15-15 17[Collections]=19-19 21[Collections]=23-23 25[Collections]=27-27 29[Collections]=31-31 33[Collections]=35-35 37[Collections]=39-39 41[Collections]=43-43 45[Collections]=47-47
          preface            | heading-3      | 9[Processes]=11-11 13[Processes]=15-15 17[Processes]=19-19
          linked             | bullet-1       | 10[基础]=12-12 14[基础]=16-16 18[基础] 22[优化]=24-24
          contents-headings  | heading-3      | 5[]=6-6 8[]=9-9 11[]=12-12
          ragged             | bullet-2       | 4[图模型] 6[推断] 7[推断] 8[推断] 9[图模型]=11-11 14[优化] 17[工程]
          ragged-flat        | bullet-1       | 3[JS]=4-4 6[操作符] 7[操作符] 8[JS] 9[JS]
          quiet              | bullet-1       | 11[我们会问] 12[我们会问] 13[我们会问]
          levels             | heading-4      | 3[Java]=5-5 7[Java]=9-9 11[Java]=13-13 17[Threads]=19-19
          quoted-levels      | quote-heading-4 | 3[Java]=5-5 7[Java]=9-9 11[Java]=13-13
          numtext            | number-1       | 1[]=2-2 4[]=5-5 7[]=8-8
          between            | bullet-1       | 5[Java] 6[Java] 12[SQL] 13[SQL]
          between-answered   | number-1       | 5[缓存]=7-7 9[缓存]=11-11 15[消息]=17-17
          words              | heading-3      | 3[杂题]=5-5 7[杂题]=9-9 11[杂题]=13-13 15[杂题]=17-17 19[杂题]=21-21 23[杂题]=25-25 27[杂题]=29-29 31[杂题]=33-33 35[杂题]=37-37 43[杂题]=45-45
          words-linked       | bullet-1       | 3[杂题] 4[杂题] 5[杂题] 6[杂题] 7[杂题]
          tasks              | bullet-1       | 3[Coding] 4[Coding] 7[Coding] 8[Coding] 16[Coding] 17[Coding] 18[Coding] 20[Coding]
          tasks-few          | number-1       | 3[] 4[] 7[] 8[]=10-10 11[]
          tasks-answered     | bullet-1       | 3[Q]=4-5 6[Q]=8-8 9[Q]=11-11
          decimals           | text-dot       | 3[网络]=5-5 7[网络]=9-9 11[网络]=13-13
          advert-parts       | bullet-1       | 5[职位职责] 6[职位职责] 7[职位职责] 11[职位要求] 12[职位要求] 16[额外加分] 25[面试题] 26[面试题] 27[面试题]
          advert-numbers     | number-1       | 5[Responsibilities] 6[Responsibilities] 10[Requirements] 11[Requirements] 15[Nice to have] 24[Questions] 25[Questions] 26[Questions]
          no-advert          | bullet-1       | 5[Single responsibility] 6[Single responsibility] 10[Skills] 11[Skills] 15[Benefits of caching] 16[Benefits of caching] 20[岗位]
          links-among        | bullet-1       | 3[前端] 4[前端] 5[前端] 6[前端] 7[前端] 8[前端] 9[前端] 10[前端]
          further-pages      | heading-2      | 12[]=14-14 16[]=18-18
          code-answers       | heading-4      | 3[JS]=5-7 9[JS]=11-11 13[JS] 19[JS]=21-23 25[JS] 31[JS]=33-33 35[JS]=37-39 41[JS]=43-43
          points             | heading-2      | 3[DB]=5-17 19[DB]=21-31 33[DB]=39-39 41[DB]=47-47 49[DB]=51-51
          subjects           | bullet-1       | 9[协议] 10[协议] 14[References] 15[References]
          numbers-go-on      | number-1       | 3[Q] 4[Q]=6-6 8[Q] 9[Q] 13[Later]
          between-labelled   | bullet-1       | 3[卡片] 4[卡片] 5[卡片]=7-7 9[卡片] 10[卡片]=12-12
          tags               | number-1       | 4[Vectors] 5[Vectors] 7[Matrices] 8[Maths] 9[Maths] 11[Given a matrix A and a vector b] 12[Given a matrix A and a vector b] 13[Maths] 14[Maths] 15[Maths]
          tasks-below        | number-1       | 2[Vectors] 3[Vectors] 5[Convexity] 6[] 7[] 8[]=9-9
          terms              | bullet-2       | 3[后端] 4[后端] 5[后端] 7[MySQL] 8[MySQL] 9[MySQL] 10[后端] 11[后端]=12-12 14[偏运维（了解）：] 15[偏运维（了解）：] 16[后端]
          about              | bullet-2       | 4[语言] 5[语言] 7[赋值运算符相关] 8[赋值运算符相关] 9[赋值运算符相关] 10[语言]=11-11 13[系统] 14[系统] 15[系统]
          own-quoted         | bold-number    | 5[Caches]=7-7 9[Caches]=11-11 15[Queues]=17-17 21[Conversation] 22[Conversation] 23[Conversation]
          own-list           | heading-4      | 3[面试题]=5-5 7[面试题]=9-9 13[设计模式题] 14[设计模式题] 15[设计模式题] 19[网络]=21-21
          scene              | bullet-1       | 8[基础] 9[基础] 10[基础] 11[基础]
          advice             | bullet-1       | 11[Questions] 12[Questions] 13[Questions] 14[Questions]
          framed             | number-1       | 3[Pods :] 4[Pods :] 9[IMAGES :] 10[IMAGES :] 11[IMAGES :]
          paren-goes-on      | number-1       | 3[Nodes] 4[Nodes] 9[Drains] 10[Drains]
          """)
  void isRead(String name, String shape, String questions) throws IOException {
    Reading reading = read(name);

    assertThat(reading.shape()).isEqualTo(shape);
    assertThat(reading.items().stream().map(FormatsTest::written).collect(Collectors.joining(" ")))
        .isEqualTo(questions);
    assertThat(reading.shapes().getFirst().shape()).isEqualTo(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heading-prose",
        "details",
        "bold",
        "table",
        "choice",
        "hexo",
        "toc",
        "advert",
        "demands",
        "mixed",
        "followups",
        "quiet",
        "one"
      })
  void tellsOfEveryLineOnceWhatItBecame(String name) throws IOException {
    String text = text(name);
    List<Mark> marks = MarkdownReader.read(text, Choice.none(Language.ENGLISH)).marks();

    int next = 1;
    for (Mark mark : marks) {
      assertThat(mark.lines().from()).isEqualTo(next);
      for (Language language : Language.values()) {
        assertThat(Sentences.in(language).of(mark.reason())).isNotBlank().doesNotContain("{");
      }
      next = mark.lines().to() + 1;
    }
    assertThat(next - 1).isEqualTo(text.split("\n", -1).length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linked", "ragged", "ragged-flat", "quiet", "one", "advert", "hexo"})
  void readsByEveryShapeThatItOffers(String name) throws IOException {
    String text = text(name);
    Choice none = Choice.none(Language.CHINESE);

    assertThat(MarkdownReader.read(text, none).shapes())
        .allSatisfy(
            offered ->
                assertThat(
                        MarkdownReader.read(
                                text, new Choice(offered.shape(), none.roles(), Language.CHINESE))
                            .items())
                    .isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "left-behind, shape.left, 2",
    "copies, shape.copies, 2",
    "quiet-many, shape.quiet, 2",
    "scene, shape.quiet, 4"
  })
  void asksAPersonWhereItWouldThrowMuchAway(String name, String code, int entries)
      throws IOException {
    Reading reading = read(name);

    assertThat(reading.confidence()).isLessThan(Reading.SURE);
    assertThat(reading.because())
        .filteredOn(it -> it.code().equals(code))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.values()).first().hasToString(Integer.toString(entries));
              for (Language language : Language.values()) {
                assertThat(Sentences.in(language).of(it)).isNotBlank().doesNotContain("{");
              }
            });
  }

  private static String written(ReadItem item) {
    String answer =
        item.answerLines().stream().map(FormatsTest::written).collect(Collectors.joining(","));
    return item.line() + "[" + item.topic() + "]" + (answer.isEmpty() ? "" : "=" + answer);
  }

  private static String written(Lines lines) {
    return lines.from() + "-" + lines.to();
  }

  private static Reading read(String name) throws IOException {
    return MarkdownReader.read(text(name), Choice.none(Language.ENGLISH));
  }

  private static String text(String name) throws IOException {
    return new ClassPathResource("dev/mockingbird/search/bank/markdown/" + name + ".md")
        .getContentAsString(StandardCharsets.UTF_8);
  }
}
