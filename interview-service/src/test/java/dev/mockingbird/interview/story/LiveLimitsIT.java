package dev.mockingbird.interview.story;

import static dev.mockingbird.interview.story.TwoInstances.edit;
import static dev.mockingbird.interview.story.TwoInstances.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.stack.LocalStack;
import dev.mockingbird.stack.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a socket may not do, and what nobody else feels of it.
@LocalStack
class LiveLimitsIT {

  private static final String LONG = "字".repeat(40_000);

  /// So long that sixty of them are more than a queue and what the kernel holds for a socket.
  private static final String LONGEST = "字".repeat(65_000);

  private static TwoInstances on;

  @BeforeAll
  static void start(RedisServer redis, @TempDir Path folder) throws Exception {
    on = new TwoInstances(redis, folder);
  }

  @AfterAll
  static void stop() {
    on.close();
  }

  @Test
  void aFrameOf256KilobytesIsTheLongest() {
    String id = on.liveInterview();
    try (Page page = on.open(on.first, id, on.chen).hello("long")) {
      page.await("welcome");
      page.say("{'type':'ping'}" + " ".repeat(256 * 1024 - 15));
      page.await("pong");
      page.say("{'type':'ping'}" + " ".repeat(256 * 1024 - 14));
      assertThat(page.awaitClose()).isEqualTo(1009);
    }
  }

  @Test
  void aPersonHasEightSocketsAndTheNinthIsRefused() {
    String kim = on.gateway.token("demo:1010", "kim", "interviewer");
    String body = "{'title':'many','language':'en','questions':['aof']}";
    String id = json(on.request("POST", "/api/interviews", kim, body)).get("id").asString();
    List<Page> pages = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        Page page = on.open(on.second, id, kim).hello("tab" + i);
        pages.add(page);
        page.await("welcome");
      }
      try (Page ninth = on.open(on.second, id, kim)) {
        assertThat(ninth.awaitClose()).isEqualTo(4430);
      }
      pages.getFirst().say("{'type':'ping'}").await("pong");
    } finally {
      pages.forEach(Page::close);
    }
  }

  @Test
  void sixtyMessagesAtOnceAreTakenAndNotManyMore() {
    String id = on.liveInterview();
    try (Page page = on.open(on.first, id, on.chen).hello("fast")) {
      page.await("welcome");
      for (int i = 0; i < 55; i++) {
        page.say("{'type':'ping'}");
      }
      page.say(edit(10, 0, "fast", "[[0,'x']]")).acknowledged(10);
      for (int i = 0; i < 200; i++) {
        page.sayIfOpen("{'type':'ping'}");
      }
      assertThat(page.awaitClose()).isEqualTo(4429);
    }
  }

  @Test
  void aClientThatStopsReadingIsClosedAndHoldsNobodyUp() throws IOException {
    String id = on.liveInterview();
    try (Page writer = on.open(on.first, id, on.chen).hello("writer");
        DeafClient deaf = new DeafClient(on.first.livePort(), id, on.ivan)) {
      writer.await("welcome");
      for (int i = 0; i < 58; i++) {
        writer.say(edit(i + 10, i, "writer", i == 0 ? first(LONGEST) : again(LONGEST)));
      }
      writer.acknowledged(67);
      assertThat(deaf.readsUntilTheEnd())
          .as("bytes, of three for each letter")
          .isLessThan(58L * 3 * LONGEST.length());
    }
  }

  @Test
  void aPageThatMissedMoreThanAQueueHoldsIsShownAllOfItInOrder() {
    String id = on.liveInterview();
    JsonNode position;
    try (Page page = on.open(on.second, id, on.ivan).hello("away")) {
      position = page.await("welcome").get("position");
    }
    try (Page writer = on.open(on.first, id, on.chen).hello("writer")) {
      writer.await("welcome");
      for (int i = 0; i < 58; i++) {
        writer.say(edit(i + 10, i, "writer", i == 0 ? first(LONG) : again(LONG)));
      }
      writer.acknowledged(67);
    }
    try (Page page = on.open(on.second, id, on.ivan).resume("away", position)) {
      page.await("resumed");
      page.await(
          frame ->
              frame.get("type").asString().equals("document-edited")
                  && frame.get("version").asInt() == 57,
          "the last edit");
      assertThat(page.all("document-edited").map(it -> it.get("version").asInt()))
          .containsExactlyElementsOf(IntStream.range(0, 58).boxed().toList());
      assertThat(page.say("{'type':'ping'}").await("pong")).isNotNull();
    }
  }

  @Test
  void whoWasAwayForLongMayStillSendWhatTheyTypedBefore() {
    String id = on.liveInterview();
    String typed = edit(10, 0, "old", "[[0,'old']]");
    try (Page writer = on.open(on.first, id, on.chen).hello("writer")) {
      writer.await("welcome");
      for (int i = 0; i < 40; i++) {
        writer.say(many(i + 10, i * 50, 50));
      }
      writer.acknowledged(49);
      try (Page back = on.open(on.first, id, on.ivan)) {
        back.say("{'type':'hello','client':'back','documents':{'q1:text':0}}");
        assertThat(back.await("welcome").at("/tails/q1:text/updates")).hasSize(2_000);
        back.say(typed).acknowledged(10);
      }
    }
    assertThat(on.text(id, on.second, on.chen)).hasSize(2_003).endsWith("old");
  }

  private static String first(String text) {
    return "[[0,'" + text + "']]";
  }

  private static String again(String text) {
    return "[[" + text.length() + ",'" + text + "']]";
  }

  /// One edit of many updates, each of which types one letter at the end.
  private static String many(int n, int version, int updates) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < updates; i++) {
      int length = version + i;
      all.append(i == 0 ? "" : ",")
          .append("{'client':'writer','changes':[")
          .append(length == 0 ? "" : length + ",")
          .append("[0,'x']]}");
    }
    return "{'type':'edit','n':%d,'document':'q1:text','version':%d,'updates':[%s]}"
        .formatted(n, version, all);
  }
}
