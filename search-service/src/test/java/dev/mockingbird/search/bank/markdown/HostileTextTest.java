package dev.mockingbird.search.bank.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody wrote as a list costs no more than its size allows.
class HostileTextTest {

  private static final Duration BOUND = Duration.ofSeconds(10);

  @Test
  void refusesNestingWithItsLine() {
    assertThat(refusal("what?\n" + "> ".repeat(10_000) + "x").code())
        .isEqualTo(Unreadable.Code.NESTED_TOO_DEEPLY);
    assertThat(refusal("what?\n" + ">".repeat(10_000)).line()).isEqualTo(2);
    assertThat(refusal("- ".repeat(10_000) + "x").line()).isEqualTo(1);
    assertThat(refusal("<details>\n".repeat(10_000)).line()).isEqualTo(101);
    assertThat(refusal(steps(400)).code()).isEqualTo(Unreadable.Code.NESTED_TOO_DEEPLY);
  }

  @Test
  void refusesALineOfMoreThanAMillionCharacters() {
    assertThat(refusal("a\n\n" + "[".repeat(10_000_000)).line()).isEqualTo(3);
    assertThat(refusal(">".repeat(10_000_000)).code()).isEqualTo(Unreadable.Code.LINE_TOO_LONG);
  }

  @Test
  void refusesMoreLinesThanAnybodyWrites() {
    assertThat(refusal("> a\n".repeat(200_000)).code()).isEqualTo(Unreadable.Code.TOO_MANY_LINES);
  }

  @Test
  void refusesMoreQuestionsThanAnybodyLooksThrough() {
    assertThat(refusal("# Why?\n".repeat(20_001)).code()).isEqualTo(Unreadable.Code.TOO_MANY_ITEMS);
  }

  @Test
  void readsALongParagraphFenceAndTableInParts() {
    assertThat(read("# Why?\n\n" + "so\n".repeat(10_000)).items().getFirst().answerLines())
        .containsExactly(new Lines(3, 10_002));
    assertThat(read("# Why?\n\n```\n" + "so\n".repeat(5_000) + "```\n# How?\n").items()).hasSize(2);
    assertThat(read("|question|\n|-|\n" + "|a?|\n".repeat(5_000)).items()).hasSize(5_000);
    assertThat(read("- a?\n\n".repeat(5_000)).items()).hasSize(5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\t",
        "\u2028",
        ".",
        "#",
        " #",
        "`",
        "~",
        ":",
        "|",
        "\\",
        "*",
        "** ",
        "*** ",
        "_a_",
        "? ",
        "?(",
        "??",
        "(",
        "[]",
        "()",
        "] ",
        "[[a](",
        "[a](b \"",
        "<!--",
        "<?",
        "<p>",
        "<p ",
        "</p> ",
        "<br ",
        "<h1>",
        "</h1> ",
        "<a href=\"",
        "<details ",
        "权重(",
        "答：",
        "A. ",
        "1. ",
        "- [ ] ",
        "🚀",
        "&#",
        "return "
      })
  void readsLongRunsOfTheSignsThatPatternsLookFor(String signs) {
    for (int length : new int[] {390, 3_900, 100_000}) {
      String run = signs.repeat(length / signs.length());
      int times = 30_000 / length + 1;
      assertTimeoutPreemptively(
          BOUND,
          () -> {
            readOrRefuse(("# why" + run + "?\n\n" + run + "x\n").repeat(times));
            readOrRefuse(("1. why" + run + "x\n").repeat(times));
            readOrRefuse("<details><summary>\n" + (run + "x\n").repeat(times));
          },
          () -> length + " characters");
    }
  }

  @Test
  void takesARuleOfManyMarkersForARule() {
    assertThat(read("# What is it?\n\nThis.\n\n" + "- ".repeat(500) + "\n").items()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource
  void readsInBoundedTimeAndStack(String text) {
    assertTimeoutPreemptively(BOUND, () -> read(text));
  }

  static Stream<String> readsInBoundedTimeAndStack() {
    return Stream.of(
        "[".repeat(900_000),
        ("[".repeat(990) + "\n").repeat(300),
        "[\n".repeat(5_000),
        "*a ".repeat(300_000) + "?",
        "`".repeat(900_000),
        "<a ".repeat(300_000),
        "# " + "🚀".repeat(100_000),
        "(".repeat(900_000),
        " ".repeat(900_000) + "x",
        "- What?\n".repeat(5_000),
        "# What?\n".repeat(5_000),
        "<details><summary>What?</summary>\nx\n</details>\n".repeat(4_000),
        "# What?\n" + "- a\n".repeat(6_000),
        "1. What?\n" + "    1. \n".repeat(4_000),
        "|a|b|\n|-|-|\n" + "|a?|b|\n".repeat(6_000),
        "<details><summary>\n" + "x\n".repeat(6_000),
        "> [a\n".repeat(5_000),
        "\0\n".repeat(10_000),
        "## t\n\n- x\n".repeat(4_000));
  }

  private static String steps(int levels) {
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < levels; level++) {
      text.append("  ".repeat(level)).append("- a\n");
    }
    return text.toString();
  }

  private static Unreadable refusal(String text) {
    Unreadable[] refusal = new Unreadable[1];
    assertTimeoutPreemptively(
        BOUND,
        () ->
            assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> read(text))
                .satisfies(it -> refusal[0] = it));
    return refusal[0];
  }

  private static void readOrRefuse(String text) {
    try {
      read(text);
    } catch (Unreadable e) {
      assertThat(e.line()).isPositive();
    }
  }

  private static Reading read(String text) {
    return MarkdownReader.read(text, Choice.none(Language.ENGLISH));
  }
}
