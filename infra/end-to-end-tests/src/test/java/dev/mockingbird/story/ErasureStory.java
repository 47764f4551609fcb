package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.demo.StagedInterview;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// `./mockingbird erase` on an installation that runs: an interview is gone for everybody who asks,
/// and its words are gone from the disk.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureStory {

  private static RunningInstallation installation;
  private static StagedInterview staged;

  @BeforeAll
  static void anInterviewIsHeldAndErased() throws Exception {
    installation = RunningInstallation.shared();
    staged = StagedInterview.book(URI.create(installation.url()));
    staged.play();
    staged.report();
    staged.found(1);
    assertThat(staged.status("/api/interviews/" + staged.id())).isEqualTo(200);
    assertThat(Traces.of(staged.words(), installation.data().resolve("redis"))).isNotEmpty();

    Process erase =
        RunningInstallation.command(
                "run",
                "interview-service",
                "dev.mockingbird.interview.erase.Erase",
                "interview",
                staged.id(),
                "--yes",
                "--data",
                installation.data().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(erase.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(erase.waitFor()).as(said).isZero();
    assertThat(said).contains("Erased interview " + staged.id(), "Receipt");
  }

  @AfterAll
  static void leave() {
    staged.close();
  }

  @Test
  @Order(1)
  void nobodyIsToldThatItEverWas() throws Exception {
    staged.found(0);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(staged.status("/api/reports/" + staged.id())).isEqualTo(404));
    assertThat(staged.status("/api/interviews/" + staged.id())).isEqualTo(404);
    assertThat(staged.status("/api/rooms/" + staged.id() + "/digest")).isEqualTo(404);
    assertThat(staged.asInterviewer("/api/interviews").toString()).doesNotContain(staged.id());
    assertThat(staged.closeCode()).isEqualTo(4404);
  }

  @Test
  @Order(2)
  void noFileHoldsAWordOfIt() {
    for (String folder : List.of("logs", "kafka", "redis", "elasticsearch")) {
      Path place = installation.data().resolve(folder);
      // Elasticsearch keeps what was deleted until its retention leases move on, every 30 s.
      Awaitility.await(folder)
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> assertThat(traces(place)).isEmpty());
    }
  }

  private static List<String> traces(Path place) throws IOException {
    return Traces.of(staged.words(), place);
  }
}
