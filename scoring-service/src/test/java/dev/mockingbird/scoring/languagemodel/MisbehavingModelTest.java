package dev.mockingbird.scoring.languagemodel;

import static dev.mockingbird.scoring.languagemodel.ModelServer.completion;
import static dev.mockingbird.scoring.languagemodel.ModelServer.hangsAfter;
import static dev.mockingbird.scoring.languagemodel.ModelServer.says;
import static dev.mockingbird.scoring.languagemodel.ModelServer.sends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.mockingbird.events.ScoreEvent.NotScoredReason;
import dev.mockingbird.scoring.languagemodel.ModelFailure.Reason;
import dev.mockingbird.scoring.languagemodel.ModelServer.Behaviour;
import dev.mockingbird.scoring.scorer.Assessment.NotScored;
import dev.mockingbird.scoring.scorer.Assessment.Scored;
import dev.mockingbird.scoring.scorer.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Whatever the server does: the offline assessment stands and says why, in time, nothing is left
/// open, and the log has neither key nor answer.
@ExtendWith(OutputCaptureExtension.class)
class MisbehavingModelTest {

  private static final Duration SHORT = Duration.ofMillis(150);
  private static final String HEADERS = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  @AfterEach
  void keepsSecretsOutOfTheLog(CapturedOutput output) {
    assertThat(output.getAll()).doesNotContain(Asked.KEY).doesNotContain("snapshot");
  }

  static Stream<Arguments> servers() {
    return Stream.of(
        server(
            "not yet, for ever",
            exchange -> {
              while (true) {
                exchange.write("HTTP/1.1 102 Processing\r\n\r\n");
              }
            },
            Reason.BROKEN_OFF),
        server("500", sends("500 Oops", "text/plain", "no"), Reason.SERVER_ERROR),
        server("503", sends("503 Busy", "", ""), Reason.SERVER_ERROR),
        server("429", sends("429 Slow", "application/json", "{}"), Reason.RATE_LIMITED),
        server("401", sends("401 No", "application/json", "{}"), Reason.KEY_REFUSED),
        server(
            "401 that repeats the key",
            exchange -> sends("401 No", "text/plain", exchange.request().head()).answer(exchange),
            Reason.KEY_REFUSED),
        server("403", sends("403 No", "text/html", "<p>"), Reason.KEY_REFUSED),
        server("404", sends("404 Gone", "text/html", "<p>"), Reason.WRONG_ADDRESS),
        server("400", sends("400 Bad", "application/json", "{}"), Reason.REQUEST_REFUSED),
        server("413", sends("413 Big", "", ""), Reason.REQUEST_REFUSED),
        server(
            "204",
            exchange -> exchange.write("HTTP/1.1 204 No Content\r\n\r\n"),
            Reason.WRONG_ADDRESS),
        server("closes at once", _ -> {}, Reason.BROKEN_OFF),
        server(
            "speaks no HTTP",
            exchange -> exchange.write("SSH-2.0-OpenSSH_9.2\r\n\r\n"),
            Reason.BROKEN_OFF),
        server(
            "endless headers",
            exchange -> {
              exchange.write(HEADERS);
              for (int i = 0; i < 100_000; i++) {
                exchange.write("X-" + i + ": " + "y".repeat(100) + "\r\n");
              }
            },
            Reason.BROKEN_OFF),
        server(
            "closes in the body",
            exchange -> exchange.write(HEADERS + "Content-Length: 500\r\n\r\n{\"choices\":["),
            Reason.NOT_A_COMPLETION),
        server(
            "nonsense for chunks",
            exchange -> exchange.write(HEADERS + "Transfer-Encoding: chunked\r\n\r\nhello\r\n{}"),
            Reason.NOT_A_COMPLETION),
        server(
            "says that it is huge",
            hangsAfter(HEADERS + "Content-Length: 99999999999\r\n\r\n" + " ".repeat(1_100_000)),
            Reason.NOT_A_COMPLETION),
        server(
            "is huge without saying so",
            exchange -> {
              exchange.write(HEADERS + "Transfer-Encoding: chunked\r\n\r\n");
              while (true) {
                exchange.write("10000\r\n" + " ".repeat(0x10000) + "\r\n");
              }
            },
            Reason.NOT_A_COMPLETION),
        server("HTML", sends("200 OK", "text/html", "<html>ok</html>"), Reason.NOT_A_COMPLETION),
        server(
            "HTML called JSON",
            sends("200 OK", "application/json", "<html>ok</html>"),
            Reason.NOT_A_COMPLETION),
        server(
            "JSON called text",
            sends("200 OK", "text/plain", completion("{}")),
            Reason.NOT_A_COMPLETION),
        server(
            "JSON called nothing", sends("200 OK", "", completion("{}")), Reason.NOT_A_COMPLETION),
        server(
            "JSON called rubbish",
            sends("200 OK", "///;;", completion("{}")),
            Reason.NOT_A_COMPLETION),
        server(
            "a stream that nobody asked for",
            sends(
                "200 OK",
                "text/event-stream",
                "data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n\ndata: [DONE]\n\n"),
            Reason.NOT_A_COMPLETION),
        server("no body", json(""), Reason.NOT_A_COMPLETION),
        server("truncated JSON", json("{\"choices\":[{\"mess"), Reason.NOT_A_COMPLETION),
        server("an array", json("[]"), Reason.NOT_A_COMPLETION),
        server("null", json("null"), Reason.NOT_A_COMPLETION),
        server("deep", json("[".repeat(5_000)), Reason.NOT_A_COMPLETION),
        server("no choices", json("{\"id\":\"x\"}"), Reason.NOT_A_COMPLETION),
        server("empty choices", json("{\"choices\":[]}"), Reason.NOT_A_COMPLETION),
        server("choices of text", json("{\"choices\":\"all\"}"), Reason.NOT_A_COMPLETION),
        server(
            "no UTF-8",
            sends(
                "200 OK",
                "application/json",
                completion("é").getBytes(StandardCharsets.ISO_8859_1)),
            Reason.NOT_A_COMPLETION),
        server(
            "UTF-16",
            sends("200 OK", "application/json", completion("").getBytes(StandardCharsets.UTF_16)),
            Reason.NOT_A_COMPLETION),
        server("no message", json("{\"choices\":[{}]}"), Reason.NO_ANSWER),
        server("a choice of null", json("{\"choices\":[null]}"), Reason.NO_ANSWER),
        server("no content", message("{\"content\":null}"), Reason.NO_ANSWER),
        server("content in parts", message("{\"content\":[{\"text\":\"{}\"}]}"), Reason.NO_ANSWER),
        server(
            "a refusal",
            message("{\"content\":\"{}\",\"refusal\":\"I cannot\"}"),
            Reason.NO_ANSWER),
        server(
            "tool calls",
            message("{\"content\":\"{}\",\"tool_calls\":[{\"function\":{\"name\":\"rm\"}}]}"),
            Reason.NO_ANSWER),
        server(
            "cut off",
            json("{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{}\"}}]}"),
            Reason.NO_ANSWER),
        server("prose", says("The answer is fine. Give 100."), Reason.NONSENSE));
  }

  private static Arguments server(String name, Behaviour behaviour, Reason reason) {
    return argumentSet(name, behaviour, reason);
  }

  private static Behaviour json(String body) {
    return sends("200 OK", "application/json", body);
  }

  private static Behaviour message(String message) {
    return json("{\"choices\":[{\"finish_reason\":\"stop\",\"message\":" + message + "}]}");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theOfflineAssessmentStands(Behaviour behaviour, Reason reason) {
    try (ModelServer server = ModelServer.that(behaviour)) {
      Asked asked = Asked.at(server.url());
      standsFor(reason, asked);
      assertThat(server.requests()).hasSize(reason.mayPass() ? 2 : 1);
      await().until(() -> server.openConnections() == 0);
    }
  }

  static Stream<Arguments> slowServers() {
    return Stream.of(
        argumentSet("before anything", hangsAfter("")),
        argumentSet("in the status line", hangsAfter("HTTP/1.1 2")),
        argumentSet("after the headers", hangsAfter(HEADERS + "Content-Length: 9\r\n\r\n")),
        argumentSet("in the body", hangsAfter(HEADERS + "Content-Length: 9\r\n\r\n{\"ch")),
        argumentSet(
            "dripping for ever",
            (Behaviour)
                exchange -> {
                  exchange.write(HEADERS + "Transfer-Encoding: chunked\r\n\r\n");
                  drip(exchange, "1\r\n \r\n");
                }));
  }

  private static void drip(ModelServer.Exchange exchange, String drop) throws IOException {
    try {
      while (true) {
        exchange.write(drop);
        Thread.sleep(2);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("slowServers")
  void isNotWaitedForBeyondTheDeadline(Behaviour behaviour) {
    try (ModelServer server = ModelServer.that(behaviour)) {
      Asked asked = Asked.within(SHORT, server.url());
      long begun = System.nanoTime();
      standsFor(Reason.TIMED_OUT, asked);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
      await().until(() -> server.openConnections() == 0);
    }
  }

  @Test
  void nobodyThereIsAFailureLikeAnyOther() {
    ModelServer gone = ModelServer.that(says("{}"));
    gone.close();
    standsFor(Reason.UNREACHABLE, Asked.at(gone.url()));
  }

  @Test
  void followsNoRedirect() {
    try (ModelServer elsewhere = ModelServer.that(says("{}"))) {
      for (String status : new String[] {"301 M", "302 F", "303 S", "307 T", "308 P"}) {
        String location = "Location: " + elsewhere.url() + "/chat/completions";
        try (ModelServer server = ModelServer.that(sends(status, "", "", location))) {
          standsFor(Reason.WRONG_ADDRESS, Asked.at(server.url()));
        }
      }
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void doesNotGoRoundInCircles() {
    try (ModelServer circle =
        ModelServer.that(sends("307 T", "", "", "Location: /v1/chat/completions"))) {
      standsFor(Reason.WRONG_ADDRESS, Asked.at(circle.url()));
      assertThat(circle.requests()).hasSize(1);
    }
  }

  @Test
  void trustsNoCertificateThatTheJdkDoesNot(@TempDir Path folder) throws Exception {
    try (ModelServer server =
        ModelServer.on(SelfSigned.in(folder).serverSocket(), says(Asked.verdicts("MISSING")))) {
      standsFor(Reason.UNREACHABLE, Asked.at(server.url().replace("http:", "https:")));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void leavesNoThreadBehind() {
    long before = threadsOfClients();
    try (ModelServer server = ModelServer.that(says("{}"), hangsAfter(""))) {
      Asked asked = Asked.within(SHORT, server.url());
      for (int i = 0; i < 3; i++) {
        asked.scored();
      }
      await().until(() -> threadsOfClients() <= before);
    }
  }

  private static long threadsOfClients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().startsWith("HttpClient-"))
        .count();
  }

  @Test
  void isToldAsUnavailableUnderTheModelsOwnName() {
    try (ModelServer server = ModelServer.that(sends("404 Gone", "", ""))) {
      assertThat(Asked.at(server.url()).opinion().assess(Asked.SUBMISSION))
          .isEqualTo(new NotScored(NotScoredReason.MODEL_UNAVAILABLE));
    }
  }

  private static void standsFor(Reason reason, Asked asked) {
    Scored fallen = asked.scored();
    assertThat(fallen)
        .isEqualTo(
            new Scored(
                Asked.OFFLINE.score(),
                Asked.OFFLINE.low(),
                Asked.OFFLINE.high(),
                List.of(Rule.LANGUAGE_MODEL_FAILED),
                Asked.OFFLINE.keyPoints()));
    assertThat(asked.outcomes(reason.name().toLowerCase(Locale.ROOT)))
        .as(asked.meters.getMetersAsString())
        .isEqualTo(1);
  }

  private static ConditionFactory await() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2));
  }
}
