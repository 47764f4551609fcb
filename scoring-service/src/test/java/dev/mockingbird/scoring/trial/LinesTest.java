package dev.mockingbird.scoring.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

  @Test
  void numbersLinesAndLeavesBlankOnesOut() throws IOException {
    List<Line> lines = lines("\uFEFF{\"a\":1}\r\n\r\n \t\n{\"b\":2}");

    assertThat(lines).extracting(Line::number).containsExactly(1L, 4L);
    assertThat(lines.getFirst().bytes()).startsWith('{');
  }

  @Test
  void keepsOnlyTheBeginningOfALineThatIsTooLong() throws IOException {
    List<Line> lines = lines("x".repeat(Lines.LONGEST + 1) + "\n{}\n" + "y".repeat(Lines.LONGEST));

    assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
    assertThat(lines).extracting(Line::whole).containsExactly(false, true, true);
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> lines.getFirst().json())
        .withMessage("It has more than 4 MB: shorten it.");
  }

  @Test
  void readsAnEndlessLineInBoundedMemory() throws IOException {
    InputStream zeros =
        new InputStream() {
          private long left = 500_000_000;

          @Override
          public int read() {
            return left-- > 0 ? 0 : -1;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            left -= length;
            return left > 0 ? length : -1;
          }
        };

    Line line = new Lines(zeros).next().orElseThrow();

    assertThat(line.whole()).isFalse();
    assertThat(line.bytes().length).isLessThanOrEqualTo(Lines.LONGEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense            | It is not JSON from character 1 on; a line is like {"question":"…"}.
          {"a":1} {"b":2}     | Something follows the object: write one object a line.
          {"a":"b             | The JSON breaks off: write the whole object into one line, line ends in it as \\n.
          {"a":[1,            | The JSON breaks off: write the whole object into one line, line ends in it as \\n.
          {"a":NaN}           | It is not JSON from character 9 on; a line is like {"question":"…"}.
          """)
  void saysWhatIsNoJson(String text, String sentence) throws IOException {
    Line line = lines(text).getFirst();

    assertThatExceptionOfType(Unreadable.class).isThrownBy(line::json).withMessage(sentence);
  }

  @Test
  void refusesDeepNestingAndOtherEncodings() throws IOException {
    Line deep = lines("{\"a\":" + "[".repeat(100_000)).getFirst();
    Line other = new Line(1, "{\"a\":\"答\"}".getBytes(Charset.forName("GB18030")), true);

    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(deep::json)
        .withMessageContaining("nested too deeply");
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(other::json)
        .withMessageStartingWith("Byte 7 is not UTF-8: save the file as UTF-8");
  }

  private static List<Line> lines(String text) throws IOException {
    Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<Line> all = new ArrayList<>();
    for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      all.add(next.get());
    }
    return all;
  }
}
