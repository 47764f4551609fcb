package dev.mockingbird.search.bank;

import static dev.mockingbird.search.RunningService.ORGANISER;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;

/// Small lists of two questions and a demand, and what a test does with them.
final class Lists {

  private static final RunningService SERVICE = RunningService.shared();

  private Lists() {}

  static Answer importList(String list, String parameters, String... headers) {
    return SERVICE.post(
        SERVICE.token(ORGANISER),
        "/api/bank/imports?source=test&language=zh" + parameters,
        list,
        headers);
  }

  /// @param key its Idempotency-Key, null for none
  static ImportRequest request(String list, String key) {
    return new ImportRequest(
        list, "test", Language.CHINESE, new PersonId(ORGANISER), "test-correlation", key);
  }

  static String onlyId(String list, String word) {
    return MarkdownReader.read(list, Choice.none(Language.CHINESE)).items().stream()
        .filter(item -> item.title().contains(word))
        .map(item -> Identity.of("test", item).newId())
        .findFirst()
        .orElseThrow();
  }

  static String list(String name) {
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
