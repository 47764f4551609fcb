package dev.mockingbird.search.bank.shell;

import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.reading.ShapeOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which kinds of blocks could be the questions, by the name of the file.
record FileShapes(Map<String, List<String>> files) {

  private static final int MOST_SAID = 5;

  static FileShapes of(List<FileReading> readings) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    readings.forEach(
        it ->
            files.put(
                it.file().name(), it.reading().shapes().stream().map(ShapeOption::shape).toList()));
    return new FileShapes(files);
  }

  /// As an installation's preview tells them.
  static FileShapes of(JsonNode preview) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    preview
        .path("files")
        .forEach(
            file ->
                files.put(
                    file.path("name").asString(),
                    file.path("shapes")
                        .valueStream()
                        .map(it -> it.path("shape").asString())
                        .toList()));
    return new FileShapes(files);
  }

  List<String> with(String shape) {
    return files.entrySet().stream()
        .filter(it -> it.getValue().contains(shape))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Such as `list.md has number-1, heading-2. `; empty when there is none.
  String inWords() {
    return files.entrySet().stream()
        .filter(it -> !it.getValue().isEmpty())
        .limit(MOST_SAID)
        .map(it -> "%s has %s. ".formatted(it.getKey(), String.join(", ", it.getValue())))
        .collect(Collectors.joining());
  }

  void putInto(ObjectNode problem) {
    ObjectNode all = problem.putObject("shapes");
    files.forEach(
        (file, shapes) -> {
          var names = all.putArray(file);
          shapes.forEach(names::add);
        });
  }
}
