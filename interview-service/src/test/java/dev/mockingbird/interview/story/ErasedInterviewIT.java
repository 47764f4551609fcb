package dev.mockingbird.interview.story;

import static dev.mockingbird.interview.story.TwoInstances.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An interview is erased by a process of its own while people have it open.
@LocalStack
class ErasedInterviewIT {

  @Test
  void isGoneForThoseWhoHaveItOpenToo(RedisServer redis, @TempDir Path folder) throws Exception {
    try (TwoInstances on = new TwoInstances(redis, folder)) {
      String key = UUID.randomUUID().toString();
      String body = "{'title':'gone','language':'en','questions':['aof']}";
      String id =
          json(on.request("POST", "/api/interviews", on.ivan, body, key)).get("id").asString();
      try (Page here = on.open(on.first, id, on.ivan).hello("here");
          Page there = on.open(on.second, id, on.ivan).hello("there")) {
        here.await("welcome");
        there.await("welcome");

        assertThat(erase(on, id)).isZero();

        assertThat(here.awaitClose()).isEqualTo(4404);
        assertThat(there.awaitClose()).isEqualTo(4404);
      }
      try (Page back = on.open(on.first, id, on.ivan).hello("back")) {
        assertThat(back.awaitClose()).isEqualTo(4404);
        assertThat(back.everything()).isEqualTo("[]");
      }
      assertThat(on.request("GET", "/api/interviews/" + id, on.ivan, null).statusCode())
          .isEqualTo(404);
      HttpResponse<String> again = on.request("POST", "/api/interviews", on.ivan, body, key);
      assertThat(again.statusCode()).isEqualTo(410);
      assertThat(json(again).get("code").asString()).isEqualTo("INTERVIEW_ERASED");
    }
  }

  private static int erase(TwoInstances on, String id) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
            "dev.mockingbird.interview.erase.Erase",
            "interview",
            id,
            "--yes");
    builder.environment().put("MOCKINGBIRD_REDIS_URL", on.redis.uri());
    builder.environment().put("MOCKINGBIRD_INSTALLATION_KEY_FILE", on.key.toString());
    builder.environment().put("MOCKINGBIRD_SHARDS", "2");
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectErrorStream(true)
        .start()
        .waitFor();
  }
}
