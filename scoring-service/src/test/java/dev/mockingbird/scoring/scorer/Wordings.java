package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Many ways to say the same, under the name of what they say; nothing is fitted on them.
record Wordings(Map<String, List<String>> bySection) {

  static Wordings read(Language language) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : text(language).split("\n")) {
      if (line.matches("\\[[a-z' -]+]")) {
        section =
            sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
      } else if (!line.isBlank()) {
        section.add(line);
      }
    }
    return new Wordings(sections);
  }

  List<String> of(String section) {
    return Objects.requireNonNull(bySection.get(section), section);
  }

  private static String text(Language language) {
    String name = language == Language.ENGLISH ? "probes-en.txt" : "probes-zh.txt";
    try (InputStream stream = Objects.requireNonNull(Wordings.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
