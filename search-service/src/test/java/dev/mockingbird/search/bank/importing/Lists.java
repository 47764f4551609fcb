package dev.mockingbird.search.bank.importing;

import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.door.Limits;
import dev.mockingbird.search.bank.door.NamedBytes;
import dev.mockingbird.search.bank.door.Upload;
import dev.mockingbird.search.bank.door.UploadRefused;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Small lists of two questions and a demand, and what a test does with them.
public final class Lists {

  private static final String FILE = "list.md";

  private Lists() {}

  public static Answer importList(String source, String list, String... headers) {
    return send("/api/bank/imports", chosen(source), list, headers);
  }

  public static Answer send(
      String path, Map<String, Object> request, String list, String... headers) {
    RunningService service = RunningService.shared();
    return service.upload(
        null, service.token(ORGANISER), path, request, Map.of(FILE, list), headers);
  }

  public static void awaitTheStarterBank() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !RunningService.shared().bean(Importing.class).nothingYet());
  }

  public static Map<String, Object> chosen(String source) {
    return Map.of("source", source, "language", "zh");
  }

  /// @param key its Idempotency-Key, null for none
  static ListImport wanted(String source, String list, String key) {
    return wanted(ImportRequest.of(source, Language.CHINESE), list, key);
  }

  static ListImport wanted(ImportRequest request, String list, String key) {
    try {
      byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
      return new ListImport(
          request,
          Upload.open(List.of(NamedBytes.of(FILE, bytes)), Limits.DEFAULT),
          new PersonId(ORGANISER),
          "test-correlation",
          key);
    } catch (UploadRefused e) {
      throw new AssertionError(e);
    }
  }

  public static String onlyId(String source, String list, String word) {
    return MarkdownReader.read(list, Choice.none(Language.CHINESE)).items().stream()
        .filter(item -> item.title().contains(word))
        .map(item -> Identity.of(source, item).newId())
        .findFirst()
        .orElseThrow();
  }

  public static String list(String name) {
    return """
        ## 并发

        1. %1$s 里什么是锁？

           互斥。
        2. %1$s 里什么是闩？

        ## 要求

        1. 熟悉 %1$s
        """
        .formatted(name);
  }
}
