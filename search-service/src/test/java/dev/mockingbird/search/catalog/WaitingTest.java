package dev.mockingbird.search.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.search.catalog.CatalogProjection.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

  @Test
  void givesWhatIsHereOnceAndLeavesTheRestToBeRead() {
    Waiting waiting = new Waiting(1 << 20);
    waiting.add("a@b", version("a"));
    List<String> ids = new ArrayList<>(List.of("a@b", "c@b"));

    assertThat(waiting.take(ids)).containsExactly(version("a"));
    assertThat(ids).containsExactly("c@b");
    assertThat(waiting.take(new ArrayList<>(List.of("a@b")))).isEmpty();
  }

  @Test
  void forgetsTheOldestWhenItIsTooMuchAndWhatWasPurged() {
    Waiting waiting = new Waiting(2_500);
    for (String id : List.of("a", "b", "c")) {
      waiting.add(id + "@b", version(id));
    }
    waiting.forget("c");

    assertThat(waiting.take(new ArrayList<>(List.of("a@b", "b@b", "c@b"))))
        .containsExactly(version("b"));
  }

  private static Version version(String id) {
    return new Version(1, "b", QuestionDocument.retired(id));
  }
}
