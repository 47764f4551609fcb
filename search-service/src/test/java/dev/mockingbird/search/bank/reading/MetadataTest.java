package dev.mockingbird.search.bank.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

  @Test
  void readsWhatAPersonWrites() {
    Metadata metadata =
        parsed("<!-- key: gil | lang: en | difficulty: Hard | minutes: 7 | tags: a, b，c -->");

    assertThat(metadata)
        .isEqualTo(
            new Metadata("gil", Language.ENGLISH, Difficulty.HARD, 7, List.of("a", "b", "c")));
  }

  @Test
  void readsWhatAnExportSays() {
    Metadata metadata =
        parsed("<!-- id: q0123456789abcde | translation: team list/gil | source: team list -->");

    assertThat(metadata.id()).isEqualTo("q0123456789abcde");
    assertThat(metadata.translation()).isEqualTo("team list/gil");
    assertThat(metadata.source()).isEqualTo("team list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "q12", "q/../../x", "q{bank}:index", "Q0123456789abcde"})
  void takesNoIdThatNoBankGives(String id) {
    assertThat(parsed("<!-- id: " + id + " -->").id()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"difficulty: brutal", "minutes: 0", "minutes: soon", "minutes: 121"})
  void refusesValuesThatMakeNoSense(String field) {
    assertThat(Metadata.parse("<!-- " + field + " -->", Language.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a | b",
        "a, b",
        "a，b",
        " edges ",
        "\"quoted\"",
        "say \"x\"",
        "--> <script>",
        "<!--",
        "----",
        "two\nlines",
        "back\\slash",
        "a: b",
        "\ud83d",
        "\ud83d\ude00 \u0000 \ufeff"
      })
  void bringsEveryValueBack(String value) {
    String comment =
        new MetadataComment()
            .with("key", value)
            .with("tags", List.of("first", value, "last"))
            .toString();

    assertThat(comment).doesNotContain("\n").endsWith(" -->");
    assertThat(comment.indexOf("-->")).isEqualTo(comment.length() - 3);
    assertThat(MetadataComment.parse(comment).one("key")).isEqualTo(value);
    assertThat(MetadataComment.parse(comment).all("tags")).containsExactly("first", value, "last");
  }

  private static Metadata parsed(String comment) {
    return Metadata.parse(comment, Language.CHINESE).orElseThrow();
  }
}
