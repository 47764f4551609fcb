package dev.mockingbird.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The wire form of every event, held against `golden/<wire type>.json`. A difference means that a
/// contract changed: consumers in the field read the old form too. `-Dgolden.write` writes the
/// files.
class GoldenFilesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Stream<DomainEvent> examples() {
    return EventExamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theWireFormIsTheGoldenOneAndReadsBack(DomainEvent event) throws IOException {
    Path golden = GOLDEN.resolve(EventTypes.wireType(event.getClass()) + ".json");
    String written = JSON.writeValueAsString(event) + "\n";
    if (System.getProperty("golden.write") != null) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, written);
    }

    assertThat(golden).exists();
    assertThat(written).isEqualTo(Files.readString(golden));
    assertThat(JSON.readValue(Files.readString(golden), event.getClass())).isEqualTo(event);
  }

  /// `golden-of-old/` keeps what stands in logs from before an event grew.
  @Test
  void whatFactsOfOldLackIsReadAsWhatWasMeant() throws IOException {
    ScoreEvent.AnswerScored scored = ofOld("score.answer-scored.v1", ScoreEvent.AnswerScored.class);
    ScoreEvent.AnswerNotScored notScored =
        ofOld("score.answer-not-scored.v1", ScoreEvent.AnswerNotScored.class);

    assertThat(scored.score()).isEqualTo(72);
    assertThat(scored.standing()).isEqualTo(ScoreEvent.Standing.COUNTS);
    assertThat(scored.scorer()).isEqualTo(new ScoreEvent.Scorer("alignment", "1", ""));
    assertThat(scored.answer().rubric()).isEmpty();
    assertThat(scored.keyPoints().getFirst().rules()).isEmpty();
    assertThat(notScored.standing()).isEqualTo(ScoreEvent.Standing.COUNTS);
    assertThat(notScored.failed()).isFalse();
  }

  private static <E extends DomainEvent> E ofOld(String wireType, Class<E> event)
      throws IOException {
    return JSON.readValue(
        Files.readString(GOLDEN.resolveSibling("golden-of-old").resolve(wireType + ".json")),
        event);
  }

  @Test
  void everyEventHasItsExample() {
    assertThat(EventExamples.all().stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(EventTypes.all().values().stream().collect(Collectors.<Object>toSet()));
  }

  @Test
  void noGoldenFileIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
    }
  }
}
