package dev.mockingbird.search.bank.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Role;
import dev.mockingbird.search.bank.reading.ShapeOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a person says about a list is the last word.
class CorrectedReadingTest {

  private static final String MISLEADING =
      """
      # Review

      ### Why does it matter?

      - Ownership of memory
      - Lifetimes of references

      ### What else is there?

      - Borrowing

      ### How do you go on?

      - Traits
      """;

  private static final String LIST =
      """
      ## Threads

      1. What is a lock?

         A door.

      2. And in Java?

      3. What is a semaphore?

         Several doors.

      Remember:

      doors close.
      """;

  @Test
  void aWrongGuessIsCorrectedByItsShapeAlone() {
    Reading guessed = read(MISLEADING, Choice.none(Language.ENGLISH));
    assertThat(guessed.shape()).isEqualTo("heading-3");
    assertThat(guessed.shapes()).extracting(ShapeOption::shape).contains("bullet-1");

    Reading corrected = read(MISLEADING, new Choice("bullet-1", Map.of(), Language.ENGLISH));

    assertThat(corrected.shape()).isEqualTo("bullet-1");
    assertThat(corrected.items())
        .extracting(ReadItem::title, ReadItem::topic)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Ownership of memory", "Why does it matter?"),
            org.assertj.core.groups.Tuple.tuple("Lifetimes of references", "Why does it matter?"),
            org.assertj.core.groups.Tuple.tuple("Borrowing", "What else is there?"),
            org.assertj.core.groups.Tuple.tuple("Traits", "How do you go on?"));
  }

  @Test
  void theSameChoiceGivesTheSameReading() {
    Choice choice = new Choice("bullet-1", Map.of(3, Role.IGNORED), Language.ENGLISH);

    assertThat(read(MISLEADING, choice)).isEqualTo(read(MISLEADING, choice));
  }

  @Test
  void aQuestionIsMergedWithTheOneBeforeIt() {
    Reading reading = told(Map.of(7, Role.BODY));

    assertThat(reading.items()).extracting(ReadItem::line).containsExactly(3, 9);
    assertThat(reading.items().getFirst().body()).contains("And in Java?");
    assertThat(reading.items().getFirst().staff().reference()).contains("A door.");
  }

  @Test
  void aBlockIsSaidToBeTheAnswer() {
    Reading reading = told(Map.of(7, Role.ANSWER));

    assertThat(reading.items().getFirst().staff().reference())
        .contains("A door.")
        .contains("And in Java?");
  }

  @Test
  void aBlockIsSaidToBeATopic() {
    Reading reading = told(Map.of(7, Role.TOPIC));

    assertThat(reading.items())
        .extracting(ReadItem::line, ReadItem::topic)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, "Threads"),
            org.assertj.core.groups.Tuple.tuple(9, "And in Java?"));
  }

  @Test
  void blocksAreSaidToBeQuestionsOrLeftOut() {
    assertThat(told(Map.of(13, Role.QUESTION)).items())
        .extracting(ReadItem::line)
        .containsExactly(3, 7, 9, 13);
    assertThat(told(Map.of(7, Role.IGNORED)).items())
        .extracting(ReadItem::line)
        .containsExactly(3, 9);
    assertThat(told(Map.of(15, Role.IGNORED)).items().getLast().staff().reference())
        .doesNotContain("doors close");
  }

  private static Reading told(Map<Integer, Role> roles) {
    return read(LIST, new Choice(null, roles, Language.ENGLISH));
  }

  private static Reading read(String text, Choice choice) {
    return MarkdownReader.read(text, choice);
  }
}
