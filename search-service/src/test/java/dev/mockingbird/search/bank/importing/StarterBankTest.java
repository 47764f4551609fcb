package dev.mockingbird.search.bank;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class StarterBankTest {

  private static Reading starter;

  @BeforeAll
  static void read() throws IOException {
    starter =
        MarkdownReader.read(
            new ClassPathResource("starter-bank.md").getContentAsString(StandardCharsets.UTF_8),
            Choice.none(Language.ENGLISH));
  }

  @Test
  void holdsFiftyQuestionsEachInChineseAndEnglish() {
    assertThat(starter.items()).hasSize(100);
    assertThat(
            starter.items().stream()
                .collect(
                    groupingBy(
                        item -> String.valueOf(item.metadata().key()),
                        mapping(item -> item.metadata().language(), toSet())))
                .values())
        .hasSize(50)
        .allMatch(Set.of(Language.CHINESE, Language.ENGLISH)::equals);
  }

  @Test
  void givesEachAReferenceKeyPointsHintsAndSources() {
    assertThat(starter.items())
        .allSatisfy(
            item -> {
              assertThat(item.hasReference()).as(item.title()).isTrue();
              assertThat(item.staff().keyPoints()).as(item.title()).hasSizeBetween(3, 6);
              assertThat(item.staff().hints()).as(item.title()).hasSizeBetween(1, 2);
              assertThat(item.staff().sources()).as(item.title()).isNotEmpty();
              assertThat(item.staff().sources()).allMatch(it -> it.startsWith("https://"));
              assertThat(item.metadata().tags()).as(item.title()).isNotEmpty();
            });
  }

  @Test
  void hasNineTopicsAndNoLabelLeftInAnAnswer() {
    assertThat(starter.items().stream().map(ReadItem::topic).distinct()).hasSize(9);
    assertThat(starter.items())
        .noneMatch(item -> item.staff().reference().contains("**要点**"))
        .noneMatch(item -> item.staff().reference().contains("**Key points**"))
        .noneMatch(item -> item.staff().reference().contains("<!--"));
  }
}
