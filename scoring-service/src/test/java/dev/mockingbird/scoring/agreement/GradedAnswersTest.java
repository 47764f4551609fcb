package dev.mockingbird.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import dev.mockingbird.scoring.trial.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GradedAnswersTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void readsAGradeBesideWhatIsScored() throws Unreadable {
    GradedAnswer answer =
        read("\"grade\":3.5,\"maxGrade\":5,\"set\":\"exam\",\"questionId\":7,\"grades\":[3,4]");

    assertThat(answer.percent()).isEqualTo(70);
    assertThat(answer.set()).isEqualTo("exam");
    assertThat(answer.questionId()).isEqualTo("7");
    assertThat(answer.submission().answer()).isEqualTo("a");
  }

  @Test
  void takesALabelForAGradeOfOne() throws Unreadable {
    assertThat(read("\"label\":\"correct\"").percent()).isEqualTo(100);
    assertThat(read("\"label\":\"Contradictory\""))
        .satisfies(it -> assertThat(it.percent()).isZero())
        .satisfies(it -> assertThat(it.label()).isEqualTo(Label.CONTRADICTORY));
    assertThat(read("\"label\":\"incorrect\",\"grade\":1,\"maxGrade\":4").percent()).isEqualTo(25);
  }

  @Test
  void knowsAQuestionByItsTextAndASetByItsFile() throws Unreadable {
    GradedAnswer answer = read("\"grade\":1,\"maxGrade\":1");

    assertThat(answer.questionId()).isEqualTo("q");
    assertThat(answer.set()).isEqualTo("file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "grade":1                    | /maxGrade
          "maxGrade":1                 | /grade
          "grade":"1","maxGrade":1     | /grade
          "grade":2,"maxGrade":1       | /grade
          "grade":-1,"maxGrade":1      | /grade
          "grade":0,"maxGrade":0       | /maxGrade
          "grade":1,"maxGrade":1e999   | /maxGrade
          "label":"good"               | /label
          """)
  void saysWhichGradeIsNone(String fields, String pointer) {
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> read(fields))
        .satisfies(it -> assertThat(it.pointer()).isEqualTo(pointer));
  }

  private static GradedAnswer read(String fields) throws Unreadable {
    return GradedAnswers.read(
        JSON.readTree(
            "{\"question\":\"q\",\"references\":[\"r\"],\"answer\":\"a\"," + fields + "}"),
        "file");
  }
}
