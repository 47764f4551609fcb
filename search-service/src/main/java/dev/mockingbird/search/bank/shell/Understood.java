package dev.mockingbird.search.bank.shell;

import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.door.LeftOut;
import dev.mockingbird.search.bank.door.Upload;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Sentences;
import dev.mockingbird.search.bank.reading.ShapeOption;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Says to a person what files were understood as.
final class Understood {

  private final Sentences sentences;
  private final PrintStream out;

  Understood(Sentences sentences, PrintStream out) {
    this.sentences = sentences;
    this.out = out;
  }

  /// By this program itself.
  void print(Upload upload, List<FileReading> readings) {
    for (FileReading each : readings) {
      print(each);
    }
    for (LeftOut left : upload.left()) {
      out.printf("%s: %s%n", left.name(), sentences.of(left.because()));
    }
  }

  private void print(FileReading each) {
    Reading reading = each.reading();
    long questions = count(reading, ReadItem.Kind.QUESTION);
    long answered = reading.items().stream().filter(ReadItem::hasReference).count();
    out.printf(
        "%s (%s): %d questions, %d with an answer, %d requirements, confidence %.2f, shape %s%n",
        each.file().name(),
        each.file().encoding(),
        questions,
        answered,
        count(reading, ReadItem.Kind.REQUIREMENT),
        reading.confidence(),
        reading.shape());
    reading.because().forEach(reason -> out.println("  " + sentences.of(reason)));
    if (reading.confidence() < Reading.SURE) {
      out.println("  The questions could also be:");
      for (ShapeOption shape : reading.shapes()) {
        out.printf(
            "    --shape %s  %d blocks, such as line %d: %s%n",
            shape.shape(), shape.blocks(), shape.line(), shape.example());
      }
    }
    for (ImportWarning warning : reading.warnings()) {
      out.printf(
          "  line %d: %s %s [%s]%n",
          warning.line(), sentences.of(warning), sentences.fix(warning), warning.code().wire());
    }
  }

  private static long count(Reading reading, ReadItem.Kind kind) {
    return reading.items().stream().filter(item -> item.kind() == kind).count();
  }

  /// By the installation.
  void print(JsonNode preview) {
    for (JsonNode file : preview.path("files")) {
      out.printf(
          "%s (%s): confidence %.2f, shape %s%n",
          file.path("name").asString(),
          file.path("encoding").asString(),
          file.path("confidence").asDouble(),
          file.path("shape").asString());
      file.path("because").forEach(reason -> out.println("  " + reason.asString()));
    }
    for (JsonNode warning : preview.path("warnings")) {
      out.printf(
          "%s:%d: %s %s [%s]%n",
          warning.path("file").asString(),
          warning.path("line").asInt(),
          warning.path("message").asString(),
          warning.path("fix").asString(),
          warning.path("code").asString());
    }
    out.println(counts(preview.path("counts")));
  }

  /// Such as `41 added, 2 changed`.
  static String counts(JsonNode counts) {
    return counts.properties().stream()
        .filter(it -> it.getValue().asInt() > 0)
        .map(it -> it.getValue().asInt() + " " + it.getKey())
        .reduce((left, right) -> left + ", " + right)
        .orElse("Nothing to do");
  }
}
