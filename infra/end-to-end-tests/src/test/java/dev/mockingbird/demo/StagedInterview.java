package dev.mockingbird.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// An interview that a story plays step by step through the public interfaces, with a word of its
/// own wherever people write something.
public final class StagedInterview implements AutoCloseable {

  /// Where people write, and the word that is written there.
  public enum Place {
    TITLE,
    ANSWER,
    DRAFT,
    CHAT,
    NOTE,
    CALL_LINK
  }

  private final Person interviewer;
  private final Person candidate;
  private final String id;
  private final String invitation;
  private final String mark;
  private final JsonNode planned;
  private final List<RoomPage> pages = new ArrayList<>();
  private int question;
  private int version;
  private int length;

  private StagedInterview(
      Person interviewer, Person candidate, JsonNode booked, String invitation, String mark) {
    this.interviewer = interviewer;
    this.candidate = candidate;
    this.id = booked.path("id").asString();
    this.planned = booked.path("planned");
    this.invitation = invitation;
    this.mark = mark;
  }

  /// Books it with three questions; the candidate has accepted the invitation.
  public static StagedInterview book(URI url) {
    Person interviewer = Person.signedIn(url, "ivan");
    Person candidate = Person.signedIn(url, "chen");
    String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    List<String> questions = new ArrayList<>();
    Interview.eventually(
            () -> interviewer.get("/api/questions?language=zh&hasReference=true&q=Redis"),
            answer -> answer.path("items").size() >= 3,
            "the bank is not filled")
        .path("items")
        .valueStream()
        .limit(3)
        .forEach(item -> questions.add(item.path("id").asString()));
    JsonNode booked =
        interviewer.post(
            "/api/interviews",
            Map.of(
                "title",
                word(Place.TITLE, mark),
                "language",
                "zh",
                "plannedMinutes",
                30,
                "questions",
                questions));
    String link =
        interviewer
            .post(
                "/api/interviews/" + booked.path("id").asString() + "/invitations",
                Map.of("capability", "ANSWER", "expiresInHours", 2))
            .path("link")
            .asString();
    candidate.post(
        "/api/invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance", null);
    return new StagedInterview(interviewer, candidate, booked, link, mark);
  }

  public String id() {
    return id;
  }

  public String invitation() {
    return invitation;
  }

  public String word(Place place) {
    return word(place, mark);
  }

  public List<String> words() {
    return Stream.of(Place.values()).map(this::word).toList();
  }

  /// Both are in the room, the candidate has consented and is let in.
  public void enter() {
    pages.add(new RoomPage(interviewer, id));
    pages.add(new RoomPage(candidate, id));
    seat().command("give-consent", Map.of());
    desk().command("admit", Map.of("person", candidate.get("/api/me").path("id").asString()));
  }

  public void ask() {
    desk().command("ask", Map.of("planned", question));
    question++;
    version = 0;
    length = 0;
  }

  /// Adds to the answer of the question that was asked last.
  public void type(String text) {
    List<Object> changes = new ArrayList<>();
    if (length > 0) {
      changes.add(length);
    }
    changes.add(List.of(0, text));
    seat()
        .command(
            "edit",
            Map.of(
                "document",
                Interview.document(question),
                "version",
                version,
                "updates",
                List.of(Map.of("client", "stage", "changes", changes))));
    version++;
    length += text.length();
  }

  /// What the reference answer wants to hear about the question that was asked last.
  public String keyPoint(int number) {
    return planned
        .get(question - 1)
        .path("staff")
        .path("keyPoints")
        .get(number)
        .path("text")
        .asString();
  }

  public void submit() {
    seat()
        .command(
            "submit",
            Map.of(
                "question",
                question,
                "document",
                Interview.document(question),
                "version",
                version));
  }

  /// In chat, note and call link.
  public void writeEverywhereElse() {
    seat().command("post-chat", Map.of("text", "hello " + word(Place.CHAT)));
    desk().command("write-note", Map.of("text", "seems fine " + word(Place.NOTE)));
    desk()
        .command(
            "set-call-link", Map.of("url", "https://meet.example.org/" + word(Place.CALL_LINK)));
  }

  public void end() {
    desk().command("end-room", Map.of());
  }

  /// Asks, answers and submits the first of the questions, begins the second, and ends.
  public void play() {
    enter();
    ask();
    type(keyPoint(0) + " " + word(Place.ANSWER));
    submit();
    writeEverywhereElse();
    ask();
    type("not yet " + word(Place.DRAFT));
    end();
  }

  /// The candidate's, once no score is missing.
  public JsonNode report() {
    return Interview.eventually(
        () -> candidate.get("/api/reports/" + id),
        report ->
            report.path("status").asString().equals("ENDED")
                && report.path("questions").size() == question
                && report.path("overall").path("pending").asInt(1) == 0,
        "the report was not complete");
  }

  /// The interviewer's past interviews with the title's word, once there are so many.
  public JsonNode found(int many) {
    return Interview.eventually(
        () -> interviewer.get("/api/finished-interviews?q=" + word(Place.TITLE)),
        answer -> answer.path("items").size() == many,
        "not " + many + " past interviews were found");
  }

  public JsonNode asInterviewer(String path) {
    return interviewer.get(path);
  }

  /// How the interviewer, who is still signed in, is answered.
  public int status(String path) throws IOException, InterruptedException {
    URI base = interviewer.socket(path);
    URI address = URI.create(base.toString().replaceFirst("^ws", "http"));
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    return interviewer.http().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /// The code with which the interviewer's new socket into the room is closed.
  public int closeCode() {
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    WebSocket socket =
        interviewer
            .http()
            .newWebSocketBuilder()
            .header("Origin", interviewer.origin())
            .buildAsync(interviewer.socket("/ws/rooms/" + id), new UntilClosed(closed))
            .orTimeout(20, TimeUnit.SECONDS)
            .join();
    socket.sendText("{\"type\":\"hello\",\"client\":\"stage-" + UUID.randomUUID() + "\"}", true);
    return closed.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private record UntilClosed(CompletableFuture<Integer> closed) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return CompletableFuture.completedStage(code);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
    }
  }

  private static String word(Place place, String mark) {
    return place.name().toLowerCase(java.util.Locale.ROOT).replace("_", "") + mark;
  }

  private RoomPage desk() {
    return pages.get(0);
  }

  private RoomPage seat() {
    return pages.get(1);
  }

  @Override
  public void close() {
    pages.forEach(RoomPage::close);
  }
}
