package dev.mockingbird.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A report as a person likes to read it in a terminal.
final class Transcript {

  private final PrintStream out;

  Transcript(PrintStream out) {
    this.out = out;
  }

  void print(JsonNode report, String address) {
    out.println();
    out.println(report.path("title").asString());
    out.println("═".repeat(60));
    report.path("questions").forEach(this::question);
    JsonNode overall = report.path("overall");
    out.println("─".repeat(60));
    out.printf(
        "Overall %s   (%d scored, %d not scored, %d not answered)%n",
        overall.path("score").isNull() ? "–" : overall.path("score").asString(),
        overall.path("scored").asInt(),
        overall.path("notScored").asInt(),
        overall.path("notAnswered").asInt());
    out.println("Report  " + address);
  }

  private void question(JsonNode question) {
    out.println();
    out.printf(
        "%d. %s%n",
        question.path("question").asInt(), question.path("content").path("title").asString());
    out.println("   " + verdict(question));
    JsonNode answer = question.path("answer");
    if (!answer.isMissingNode() && !answer.isNull()) {
      String text = answer.path("text").asString();
      text.lines().forEach(line -> out.println("   │ " + line));
      question.path("keyPoints").forEach(point -> keyPoint(point, text));
    }
  }

  private static String verdict(JsonNode question) {
    return switch (question.path("status").asString()) {
      case "SCORED" ->
          "%d of 100 (%d–%d)"
              .formatted(
                  question.path("score").asInt(),
                  question.path("low").asInt(),
                  question.path("high").asInt());
      case "NOT_ANSWERED" -> "not answered";
      case "NOT_SCORED" -> "not scored: " + question.path("reason").asString();
      case String other -> other;
    };
  }

  private void keyPoint(JsonNode point, String answer) {
    String mark =
        switch (point.path("verdict").asString()) {
          case "COVERED" -> "✓";
          case "PARTLY" -> "~";
          default -> "✗";
        };
    out.printf("   %s %s%n", mark, point.path("text").asString());
    List<String> quotes = new ArrayList<>();
    point
        .path("evidence")
        .forEach(
            span ->
                quotes.add(
                    "“"
                        + answer.substring(span.path("from").asInt(), span.path("to").asInt())
                        + "”"));
    if (!quotes.isEmpty()) {
      out.println("     " + String.join(" … ", quotes).replace("\n", " "));
    }
  }
}
