package dev.mockingbird.search.bank.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionForm;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormCheckTest {

  @Test
  void takesAWholeForm() {
    assertThat(FormCheck.of(Histories.form("一"), null)).isEmpty();
  }

  @Test
  void saysAllThatIsWrongAtOnceFieldByField() {
    QuestionForm form =
        new QuestionForm(
            " ",
            "",
            null,
            "题".repeat(301),
            List.of(),
            null,
            121,
            Collections.nCopies(31, "x").stream().map(it -> it + Math.random()).toList(),
            "",
            List.of(new KeyPoint("好", 1), new KeyPoint("重", 4)),
            List.of("x".repeat(2_001)),
            null,
            null,
            null,
            null);

    assertThat(FormCheck.of(form, null))
        .extracting(it -> it.field() + " " + it.code())
        .containsExactlyInAnyOrder(
            "title REQUIRED",
            "language REQUIRED",
            "topic TOO_LONG",
            "minutes OUT_OF_RANGE",
            "tags TOO_MANY",
            "rubric[0] TOO_LONG",
            "keyPoints[1].weight OUT_OF_RANGE");
  }

  @Test
  void letsThatBeWhichAListBroughtAndNobodyMadeLonger() {
    QuestionForm brought = tagged(31, "y".repeat(2_100));
    QuestionForm longer = tagged(32, "y".repeat(2_101));

    assertThat(FormCheck.of(brought, null)).hasSize(2);
    assertThat(FormCheck.of(tagged(30, "y"), brought)).isEmpty();
    assertThat(FormCheck.of(brought, brought)).isEmpty();
    assertThat(FormCheck.of(longer, brought))
        .extracting(it -> it.field() + " " + it.limit())
        .containsExactly("tags 31", "keyPoints[0] 2100");
  }

  private static QuestionForm tagged(int tags, String keyPoint) {
    return new QuestionForm(
        "题",
        "",
        Language.CHINESE,
        "",
        List.of(),
        null,
        5,
        IntStream.range(0, tags).mapToObj(i -> "x" + i).toList(),
        "",
        List.of(new KeyPoint(keyPoint, 1)),
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void boundsAllTextsTogether() {
    QuestionForm form = withReference("x".repeat(64 * 1024));

    assertThat(FormCheck.of(form, null))
        .extracting(FieldProblem::field)
        .containsExactly("reference");
  }

  @Test
  void leavesOutWhatIsEmptyAndKeepsTheIndentationOfCode() {
    QuestionForm form =
        new QuestionForm(
            " 什么是\n锁 ",
            "\r\n\r\n    int a;\r\n",
            Language.CHINESE,
            null,
            List.of("并发", " ", "并发"),
            null,
            null,
            null,
            null,
            List.of(new KeyPoint(" ", 1), new KeyPoint("互斥", 2)),
            List.of(""),
            null,
            null,
            null,
            "");

    assertThat(form.title()).isEqualTo("什么是 锁");
    assertThat(form.body()).isEqualTo("    int a;");
    assertThat(form.furtherTopics()).containsExactly("并发");
    assertThat(form.keyPoints()).containsExactly(new KeyPoint("互斥", 2));
    assertThat(form.rubric()).isEmpty();
    assertThat(form.minutes()).isEqualTo(5);
    assertThat(form.translation()).isNull();
  }

  @Test
  void linksOnlyAQuestionOfTheOtherLanguageThatIsFree() {
    QuestionForm form = Histories.form("一");
    Question same = question(Language.CHINESE);
    Question other = question(Language.ENGLISH);

    assertThat(codes(form, new Counterpart.Unknown())).containsExactly(FieldProblem.Code.UNKNOWN);
    assertThat(codes(form, new Counterpart.Known(same, null)))
        .containsExactly(FieldProblem.Code.SAME_LANGUAGE);
    assertThat(codes(form, new Counterpart.Known(other, "q9")))
        .containsExactly(FieldProblem.Code.TAKEN);
    assertThat(codes(form, new Counterpart.Known(other, null))).isEmpty();
    assertThat(codes(form, new Counterpart.Known(other, "q1"))).isEmpty();
    assertThat(codes(form, new Counterpart.None())).isEmpty();
  }

  private static List<FieldProblem.Code> codes(QuestionForm form, Counterpart other) {
    return FormCheck.counterpart(form, "q1", other).stream().map(FieldProblem::code).toList();
  }

  private static Question question(Language language) {
    QuestionForm form =
        new QuestionForm(
            "x", null, language, null, null, null, null, null, null, null, null, null, null, null,
            null);
    return form.question("q2", 1, Filing.NONE);
  }

  private static QuestionForm withReference(String reference) {
    return new QuestionForm(
        "x",
        null,
        Language.ENGLISH,
        null,
        null,
        null,
        null,
        null,
        reference,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
