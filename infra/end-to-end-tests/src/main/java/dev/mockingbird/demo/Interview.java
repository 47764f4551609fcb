package dev.mockingbird.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The play: sign in, search, book, invite, join, ask, answer, end, wait for the scores.
final class Interview {

  /// How much of what a good answer says the candidate knows.
  private enum Knowledge {
    ALL,
    HALF,
    NOTHING
  }

  private static final List<String> QUERIES =
      List.of("Redis 持久化 RDB AOF", "TCP 三次握手 四次挥手", "查看端口是否被占用");
  private static final List<Knowledge> KNOWN =
      List.of(Knowledge.ALL, Knowledge.HALF, Knowledge.NOTHING);
  private static final int TYPED_AT_ONCE = 24;

  private final Options options;
  private final Progress progress;

  Interview(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /// @return the report, and the interview's title beside it
  JsonNode play() {
    progress.step("find the installation", () -> done(() -> Person.knock(options.url())));
    Person interviewer =
        progress.step(
            "sign in as interviewer",
            () ->
                options
                    .interviewerToken()
                    .map(token -> Person.withToken(options.url(), token))
                    .orElseGet(() -> Person.signedIn(options.url(), "ivan")));
    Person candidate =
        progress.step(
            "sign in as candidate",
            () ->
                options
                    .candidateToken()
                    .map(token -> Person.withToken(options.url(), token))
                    .orElseGet(() -> Person.signedIn(options.url(), "chen")));
    List<String> questions =
        progress.step("find three questions by Chinese queries", () -> find(interviewer));
    JsonNode booked = progress.step("book an interview", () -> book(interviewer, questions));
    String id = booked.path("id").asString();
    progress.step("invite the candidate, who accepts", () -> invite(interviewer, candidate, id));
    try (RoomPage desk =
            progress.step("the interviewer enters", () -> new RoomPage(interviewer, id));
        RoomPage seat = progress.step("the candidate enters", () -> new RoomPage(candidate, id))) {
      progress.step("consent and admission", () -> admit(desk, seat, candidate));
      for (int i = 0; i < questions.size(); i++) {
        JsonNode planned = booked.path("planned").get(i);
        Knowledge knowledge = KNOWN.get(i);
        int question = i + 1;
        progress.step(
            "question " + question + ": " + planned.path("question").path("title").asString(),
            () -> askAndAnswer(desk, seat, question, planned, knowledge));
      }
      progress.step("end", () -> done(() -> desk.command("end-room", Map.of())));
    }
    return progress.step("wait for the scores", () -> report(candidate, id));
  }

  private static List<String> find(Person interviewer) {
    List<String> found = new ArrayList<>();
    for (String query : QUERIES) {
      JsonNode hits =
          eventually(
              () ->
                  interviewer.get(
                      "/api/questions?language=zh&hasReference=true&q="
                          + java.net.URLEncoder.encode(
                              query, java.nio.charset.StandardCharsets.UTF_8)),
              answer -> !answer.path("items").isEmpty(),
              "nothing was found for " + query + ": is the starter bank imported?");
      String id = hits.path("items").get(0).path("id").asString();
      if (found.contains(id)) {
        throw new StepFailedException("two queries found the same question " + id);
      }
      found.add(id);
    }
    return found;
  }

  private static JsonNode book(Person interviewer, List<String> questions) {
    return interviewer.post(
        "/api/interviews",
        Map.of(
            "title",
            "演示面试 · Demo interview",
            "language",
            "zh",
            "plannedMinutes",
            30,
            "questions",
            questions));
  }

  private static JsonNode invite(Person interviewer, Person candidate, String id) {
    String link =
        interviewer
            .post(
                "/api/interviews/" + id + "/invitations",
                Map.of("capability", "ANSWER", "expiresInHours", 2))
            .path("link")
            .asString();
    return candidate.post(
        "/api/invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance", null);
  }

  private static JsonNode admit(RoomPage desk, RoomPage seat, Person candidate) {
    String person = candidate.get("/api/me").path("id").asString();
    seat.command("give-consent", Map.of());
    desk.command("admit", Map.of("person", person));
    return done(() -> {});
  }

  private static JsonNode askAndAnswer(
      RoomPage desk, RoomPage seat, int question, JsonNode planned, Knowledge knowledge) {
    desk.command("ask", Map.of("planned", question - 1));
    String answer = answer(planned.path("staff"), knowledge);
    if (knowledge == Knowledge.NOTHING) {
      return done(() -> {});
    }
    int version = 0;
    int length = 0;
    for (String piece : pieces(answer)) {
      List<Object> changes = new ArrayList<>();
      if (length > 0) {
        changes.add(length);
      }
      List<Object> inserted = new ArrayList<>(List.of(0));
      inserted.addAll(List.of(piece.split("\n", -1)));
      changes.add(inserted);
      seat.command(
          "edit",
          Map.of(
              "document",
              document(question),
              "version",
              version,
              "updates",
              List.of(Map.of("client", "demo", "changes", changes))));
      version++;
      length += piece.length();
    }
    seat.command(
        "submit", Map.of("question", question, "document", document(question), "version", version));
    return done(() -> {});
  }

  /// The candidate is played by a program that has read the key points: all of them, or the first
  /// half.
  private static String answer(JsonNode staff, Knowledge knowledge) {
    List<String> points = new ArrayList<>();
    staff.path("keyPoints").forEach(point -> points.add(point.path("text").asString()));
    int said =
        switch (knowledge) {
          case ALL -> points.size();
          case HALF -> (points.size() + 1) / 2;
          case NOTHING -> 0;
        };
    return String.join("\n", points.subList(0, said));
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + TYPED_AT_ONCE);
      if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
        end++;
      }
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }

  private static JsonNode report(Person candidate, String id) {
    return eventually(
        () -> candidate.get("/api/reports/" + id),
        report ->
            report.path("status").asString().equals("ENDED")
                && report.path("questions").size() == QUERIES.size()
                && report.path("overall").path("pending").asInt(1) == 0,
        "the report was not complete");
  }

  static JsonNode eventually(
      Supplier<JsonNode> ask, java.util.function.Predicate<JsonNode> enough, String otherwise) {
    Instant until = Instant.now().plus(Person.PATIENCE);
    String last = "";
    while (Instant.now().isBefore(until)) {
      try {
        JsonNode answer = ask.get();
        if (enough.test(answer)) {
          return answer;
        }
        last = answer.toString();
      } catch (StepFailedException notYet) {
        last = String.valueOf(notYet.getMessage());
      }
      Person.pause();
    }
    throw new StepFailedException(otherwise + "; last seen: " + last);
  }

  private static JsonNode done(Runnable work) {
    work.run();
    return Person.JSON.createObjectNode();
  }

  static String document(int question) {
    return "q" + question + ":text";
  }
}
