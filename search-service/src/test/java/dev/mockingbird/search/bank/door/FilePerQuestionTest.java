package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.ShapeOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilePerQuestionTest {

  @Test
  void takesEachFileForAQuestionAndItsFolderForTheTopic() throws UploadRefused {
    List<FileReading> readings =
        read(
            Map.of(
                "js/closure.md",
                "### What is a closure?\n\n#### Answer\n\nA function and its scope.\n\n```js\n# no heading\n```\n",
                "js/hoisting.md",
                "### How does hoisting work?\n\n#### Answer\n\nDeclarations move up.\n",
                "css/float.md",
                "### When is `float` used?\n\n#### Answer\n\nFor text around images.\n",
                "README.md",
                "# Questions\n\nMany of them.\n"));

    assertThat(items(readings))
        .extracting(ReadItem::title, ReadItem::topic, it -> it.staff().reference())
        .containsExactlyInAnyOrder(
            tuple(
                "What is a closure?",
                "js",
                "A function and its scope.\n\n```js\n# no heading\n```"),
            tuple("How does hoisting work?", "js", "Declarations move up."),
            tuple("When is float used?", "css", "For text around images."));
    Reading closure = reading(readings, "js/closure.md");
    assertThat(closure.shape()).isEqualTo("file");
    assertThat(closure.confidence()).isGreaterThan(Reading.SURE);
    assertThat(closure.because()).extracting("code").containsExactly("shape.file-per-question");
    assertThat(closure.shapes()).extracting(ShapeOption::shape).contains("file", "heading-3");
  }

  @Test
  void readsPostsByTheirFrontMatter() throws UploadRefused {
    Map<String, String> posts = new LinkedHashMap<>();
    for (String what : List.of("持久化", "缓存穿透", "主从复制")) {
      posts.put(
          "_posts/" + what + ".md",
          """
          ---
          title: Redis 的%s是怎么实现的？
          date: 2024-01-01
          categories:
            - 数据库
            - Redis
          tags: [redis, 面试]
          ---

          先说结论。

          ## 第一步

          写日志。

          ## 第二步

          刷盘。
          """
              .formatted(what));
    }

    List<FileReading> readings = read(posts);

    assertThat(items(readings))
        .hasSize(3)
        .allSatisfy(
            item -> {
              assertThat(item.title()).startsWith("Redis 的").endsWith("是怎么实现的？");
              assertThat(item.topic()).isEqualTo("Redis");
              assertThat(item.metadata().tags()).containsExactly("redis", "面试");
              assertThat(item.line()).isEqualTo(2);
              assertThat(item.staff().reference()).contains("先说结论", "## 第一步", "刷盘。");
            });
  }

  @Test
  void readsListsWithATitleAsLists() throws UploadRefused {
    Map<String, String> lists = new LinkedHashMap<>();
    for (String topic : List.of("Java", "Redis", "MySQL", "Kafka")) {
      lists.put(
          topic + ".md",
          "# "
              + topic
              + "\n\n1. 什么是 "
              + topic
              + "？\n2. 为什么用 "
              + topic
              + "？\n3. 怎么用 "
              + topic
              + "？\n4. 谁用 "
              + topic
              + "？\n");
    }

    assertThat(items(read(lists))).hasSize(16);
  }

  @Test
  void letsAPersonSayOtherwise() throws UploadRefused {
    String text = "# Locks\n\n## What is a lock?\n\nA gate.\n\n## What is a latch?\n\nA door.\n";
    SourceFile file = Handed.file("locks.md", text);

    Reading whole = Readers.read(file, new Choice("file", Map.of(), Language.ENGLISH));

    assertThat(whole.items()).extracting(ReadItem::title).containsExactly("Locks");
    assertThat(whole.items().getFirst().staff().reference()).contains("A gate.", "A door.");
    assertThat(Readers.read(file, Handed.NOTHING_TOLD).items()).hasSize(2);
  }

  private static List<FileReading> read(Map<String, String> files) throws UploadRefused {
    return Readers.read(
        Upload.open(
            files.entrySet().stream()
                .map(it -> NamedBytes.of(it.getKey(), Handed.utf8(it.getValue())))
                .toList(),
            Limits.DEFAULT),
        _ -> Handed.NOTHING_TOLD);
  }

  private static List<ReadItem> items(List<FileReading> readings) {
    return readings.stream().flatMap(it -> it.reading().items().stream()).toList();
  }

  private static Reading reading(List<FileReading> readings, String name) {
    return readings.stream()
        .filter(it -> it.file().name().equals(name))
        .findFirst()
        .orElseThrow()
        .reading();
  }
}
