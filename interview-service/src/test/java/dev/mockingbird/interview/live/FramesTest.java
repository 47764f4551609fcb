package dev.mockingbird.interview.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FramesTest {

  private final Frames frames = new Frames();

  @Test
  void putsPartsTogether() {
    assertThat(frames.whole("one", true)).contains("one");
    assertThat(frames.whole("tw", false)).isEmpty();
    assertThat(frames.whole("", false)).isEmpty();
    assertThat(frames.whole("o", true)).contains("two");
    assertThat(frames.whole("three", true)).contains("three");
  }

  @Test
  void takesAFrameOfTheLongestLengthAndNoByteMore() {
    String longest = "x".repeat(Frames.LONGEST_BYTES);

    assertThat(frames.whole(longest, true)).contains(longest);
    assertThatThrownBy(() -> frames.whole(longest + "x", true))
        .isInstanceOf(Frames.TooLongException.class);
  }

  @Test
  void countsBytesNotLetters() {
    assertThatThrownBy(() -> frames.whole("字".repeat(Frames.LONGEST_BYTES / 3 + 1), true))
        .isInstanceOf(Frames.TooLongException.class);
  }

  @Test
  void doesNotWaitForTheEndOfWhatIsTooLong() {
    frames.whole("x".repeat(Frames.LONGEST_BYTES), false);

    assertThatThrownBy(() -> frames.whole("x", false)).isInstanceOf(Frames.TooLongException.class);
  }
}
