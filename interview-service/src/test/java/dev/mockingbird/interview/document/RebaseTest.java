package dev.mockingbird.interview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class RebaseTest {

  record Vector(
      String doc, List<Update> updates, List<Update> over, List<Update> rebased, String result) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<Vector> vectors() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    RebaseTest.class.getResourceAsStream("/collab/rebase-vectors.jsonl")),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> JSON.readValue(line, Vector.class)).toList().stream();
    }
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("vectors")
  void rebasesLikeTheBrowsersOwnPackage(Vector vector) {
    List<Update> rebased = Rebase.rebase(vector.updates(), vector.over());

    assertThat(JSON.writeValueAsString(rebased))
        .isEqualTo(JSON.writeValueAsString(vector.rebased()));
    assertThat(fold(fold(vector.doc(), vector.over()), rebased)).isEqualTo(vector.result());
  }

  @Test
  void insertsAtTheSamePlaceInTheOrderOfAcceptance() {
    Update first = update("al", "[2,[0,\"A\"]]");
    Update second = update("bo", "[2,[0,\"B\"]]");

    assertThat(fold("xy", List.of(first))).isEqualTo("xyA");
    assertThat(fold("xyA", Rebase.rebase(List.of(second), List.of(first)))).isEqualTo("xyAB");
  }

  @Test
  void leavesOutWhatWasAcceptedBefore() {
    Update lost = update("al", "[[0,\"hello\"]]");

    assertThat(Rebase.rebase(List.of(lost), List.of(lost))).isEmpty();
  }

  @Test
  void refusesAChangeForADocumentOfAnotherLength() {
    ChangeSet change = update("al", "[5,[0,\"!\"]]").changes();

    assertThatThrownBy(() -> change.apply("four")).isInstanceOf(MalformedChangeException.class);
  }

  @Test
  void refusesWhatIsNoChangeSet() {
    for (String json : List.of("[-1]", "[[\"x\"]]", "[[]]", "[[0,\"a\\nb\"]]", "[1.5]", "[null]")) {
      assertThatThrownBy(() -> update("al", json)).as(json).hasMessageNotContaining("null pointer");
    }
  }

  private static Update update(String client, String changes) {
    return JSON.readValue(
        "{\"client\":\"%s\",\"changes\":%s}".formatted(client, changes), Update.class);
  }

  private static String fold(String text, List<Update> updates) {
    for (Update update : updates) {
      text = update.changes().apply(text);
    }
    return text;
  }
}
