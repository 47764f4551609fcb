package dev.mockingbird.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Path HOME = Path.of("/home");

  @Test
  void measuresEverythingBuiltHereWhenNothingIsSaid() {
    Options options = parse();
    assertThat(options.figures()).isEmpty();
    assertThat(options.service())
        .hasToString("/home/interview-service/target/interview-service-0.1.0-SNAPSHOT.jar");
    assertThat(options.rate()).isEqualTo(6);
    assertThat(options.peer()).isEmpty();
  }

  @Test
  void takesFiguresAndOptionsInAnyOrder() {
    Options options =
        parse("3", "--service", "/a.jar", "1", "--jvm", "-Xmx1g -XX:+UseG1GC", "--peer", "x=81:9");
    assertThat(options.figures()).containsExactly(3, 1);
    assertThat(options.service()).hasToString("/a.jar");
    assertThat(options.jvm()).containsExactly("-Xmx1g", "-XX:+UseG1GC");
    assertThat(options.peer().orElseThrow().port()).isEqualTo(81);
    assertThat(options.peer().orElseThrow().pid()).hasValue(9);
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> parse("--speed", "fast")).hasMessage("--speed is not understood.");
    assertThatThrownBy(() -> parse("--rate")).hasMessageContaining("misses its value");
    assertThatThrownBy(() -> parse("--peer", "node")).hasMessageContaining("NAME=PORT");
  }

  private static Options parse(String... words) {
    return Options.parse(List.of(words), HOME, null);
  }
}
