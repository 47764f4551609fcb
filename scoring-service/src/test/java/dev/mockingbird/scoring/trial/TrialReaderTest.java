package dev.mockingbird.scoring.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TrialReaderTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void readsWhatIsDescribedAndLeavesTheRest() throws Unreadable {
    Submission submission =
        read(
            """
            {"question":"q","references":["r","s"],"answer":"a","language":"zh","grade":4,
             "keyPoints":[{"text":"k","weight":3},{"text":"l"}],"of":{"mine":[1]}}""");

    assertThat(submission)
        .isEqualTo(
            new Submission(
                "q",
                List.of("r", "s"),
                List.of(new KeyPoint("k", 3), new KeyPoint("l", 1)),
                "a",
                Language.CHINESE));
  }

  @Test
  void takesALoneReferenceAndNone() throws Unreadable {
    assertThat(read("{\"question\":\"q\",\"answer\":\"a\",\"references\":\"r\"}").references())
        .containsExactly("r");
    assertThat(read("{\"question\":\"q\",\"answer\":\"a\",\"reference\":\"r\"}").references())
        .containsExactly("r");
    assertThat(read("{\"question\":\"q\",\"answer\":\"a\",\"references\":null}").references())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zh      | CHINESE
          zh-CN   | CHINESE
          ZH_hans | CHINESE
          Chinese | CHINESE
          中文     | CHINESE
          en      | ENGLISH
          en-US   | ENGLISH
          English | ENGLISH
          """)
  void knowsALanguageByItsUsualNames(String name, Language language) throws Unreadable {
    assertThat(
            read("{\"question\":\"q\",\"answer\":\"a\",\"language\":\"" + name + "\"}").language())
        .isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HashMap 的底层原理         |                | It hashes.  | CHINESE
          What does 微服务 mean here? |                | 微服务是一种架构 | ENGLISH
          JVM?                    | 内存分为堆和栈      | heap        | CHINESE
          1 + 1 = ?               |                | 二           | CHINESE
          ?                       |                | ?           | ENGLISH
          """)
  void tellsTheLanguageByTheScriptOfWhatWasAsked(
      String question, String reference, String answer, Language language) throws Unreadable {
    String json =
        JSON.writeValueAsString(
            Map.of(
                "question",
                question,
                "references",
                reference == null ? List.of() : List.of(reference),
                "answer",
                answer));

    assertThat(read(json).language()).isEqualTo(language);
  }

  @Test
  void readsHalfACharacterAsOneThatIsWholeAndKeepsPositions() throws Unreadable {
    String answer =
        read("{\"question\":\"q\",\"answer\":\"x\\ud83dy\\ude00z \\ud83d\\ude00\"}").answer();

    assertThat(answer).isEqualTo("x\uFFFDy\uFFFDz \uD83D\uDE00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                                       |                     | This is a list, and should be an object in {}.
          {"question":"q"}                          | /answer             | It is missing; an empty text would be "".
          {"question":"q","answer":42}              | /answer             | It is a number, and should be text: put it in quotes.
          {"question":"q","answer":null}            | /answer             | It is null, and should be text.
          {"question":{},"answer":""}               | /question           | It is an object, and should be text.
          {"question":"q","references":7,"answer":""} | /references       | It is a number, and should be a list in [].
          {"question":"q","references":["r",false],"answer":""} | /references/1 | It is false, and should be text: put it in quotes.
          {"question":"q","keyPoints":["k"],"answer":""} | /keyPoints/0   | It is text, and should be like {"text":"…","weight":1}.
          {"question":"q","keyPoints":[{"text":"k","weight":4}],"answer":""} | /keyPoints/0/weight | A key point weighs 1, 2 or 3.
          {"question":"q","keyPoints":[{"text":"k","weight":1e99}],"answer":""} | /keyPoints/0/weight | A key point weighs 1, 2 or 3.
          {"question":"q","answer":"","language":"fr"} | /language        | Only "zh" and "en" are known; without it, it is found out.
          """)
  void saysWhereSomethingIsWrongAndWhatToDo(String json, String pointer, String sentence) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> read(json))
        .satisfies(
            it -> {
              assertThat(it.pointer()).isEqualTo(pointer == null ? "" : pointer);
              assertThat(it.sentence()).isEqualTo(sentence);
            });
  }

  @Test
  void refusesMoreThanCanBeComparedInTime() {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(
            () ->
                read(
                    "{\"question\":\"q\",\"answer\":\"a\",\"references\":[%s\"r\"]}"
                        .formatted("\"r\",".repeat(50))))
        .withMessage("It has 51 entries; the most is 50.");
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(
            () -> read("{\"question\":\"%s\",\"answer\":\"a\"}".formatted("q".repeat(200_001))))
        .withMessageContaining("more than 200,000 characters");
  }

  private static Submission read(String json) throws Unreadable {
    return TrialReader.read(JSON.readTree(json));
  }
}
