package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Mark;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnkiReaderTest {

  @Test
  void readsNotesWithDeckTagsAndFieldsOfSeveralLines() {
    Reading reading =
        Handed.reading(
            "notes.txt",
            """
            #separator:tab
            #html:true
            #guid column:1
            #notetype column:2
            #deck column:3
            #tags column:6
            x1\tBasic\tInterview::Java\tWhat is a <b>lock</b>?\t"<div>A ""gate"":</div><ul><li>one</li>
            <li>two</li></ul>"\tjava threads
            x2\tBasic\tInterview::Go\t什么是 channel？<br><br>请举例。\t管道&nbsp;&lt;-chan\tgo
            """);

    assertThat(reading.confidence()).isGreaterThan(Reading.SURE);
    ReadItem first = reading.items().getFirst();
    assertThat(first.title()).isEqualTo("What is a lock?");
    assertThat(first.section()).containsExactly("Interview", "Java");
    assertThat(first.metadata().tags()).containsExactly("java", "threads");
    assertThat(first.staff().reference()).isEqualTo("A \"gate\":\n\n- one\n- two");
    assertThat(first.answerLines()).containsExactly(new Lines(7, 8));
    ReadItem second = reading.items().getLast();
    assertThat(second.title()).isEqualTo("什么是 channel？");
    assertThat(second.body()).isEqualTo("请举例。");
    assertThat(second.staff().reference()).isEqualTo("管道 \\<-chan");
    assertThat(reading.marks())
        .extracting(Mark::lines, Mark::role)
        .containsExactly(
            tuple(new Lines(1, 6), Role.IGNORED),
            tuple(new Lines(7, 7), Role.QUESTION),
            tuple(new Lines(8, 8), Role.ANSWER),
            tuple(new Lines(9, 9), Role.QUESTION));
  }

  @Test
  void letsNoScriptThrough() {
    Reading reading =
        Handed.reading(
            "notes.txt",
            """
            #separator:tab
            #html:true
            What is XSS?\t<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">here</a> &lt;script&gt;alert(2)&lt;/script&gt; &amp;lt;b&amp;gt;
            """);

    assertThat(reading.items().getFirst().staff().reference())
        .isEqualTo("here \\<script>alert(2)\\</script> &amp;lt;b&amp;gt;");
    assertThat(reading.warnings())
        .extracting(ImportWarning::code, ImportWarning::values)
        .containsExactly(tuple(Code.MEDIA_LEFT_OUT, List.of("x")));
  }

  @Test
  void keepsCodeAsItIs() {
    Reading reading =
        Handed.reading(
            "notes.txt",
            """
            #separator:Semicolon
            #html:true
            "What prints <code>a[0]*b</code>?<pre><code>if (a < b) {
              f(*p);
            }</code></pre>";<code>*</code>
            """);

    ReadItem item = reading.items().getFirst();
    assertThat(item.title()).isEqualTo("What prints a[0]*b?");
    assertThat(item.body()).isEqualTo("```\nif (a < b) {\n  f(*p);\n}\n```");
    assertThat(item.staff().reference()).isEqualTo("`*`");
  }

  @Test
  void turnsGapsIntoAQuestionAndTheirWordsIntoTheAnswer() {
    Reading reading =
        Handed.reading(
            "notes.txt",
            "#separator:tab\n#html:false\nRedis is {{c1::single-threaded::how threaded?}} and {{c2::in memory}}.\tsince 2009\n");

    ReadItem item = reading.items().getFirst();
    assertThat(item.title()).isEqualTo("Redis is [how threaded?] and […].");
    assertThat(item.staff().reference())
        .isEqualTo("Redis is single-threaded and in memory.\n\nsince 2009");
  }

  @Test
  void readsNotesWithoutAnySetting() {
    Reading reading =
        Handed.reading("notes.txt", "What is a?\tx<br>y\nWhat is b?\ty\nWhat is c?\tz\n");

    assertThat(reading.items()).hasSize(3);
  }

  @Test
  void holdsOutAgainstDeepHtml() {
    String deep = "<div>".repeat(20_000) + "end" + "</div>".repeat(20_000);

    Reading reading =
        Handed.reading("notes.txt", "#separator:tab\n#html:true\nWhy?\t" + deep + "\n");

    assertThat(reading.items().getFirst().staff().reference()).contains("end");
  }
}
