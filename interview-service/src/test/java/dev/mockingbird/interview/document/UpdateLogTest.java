package dev.mockingbird.interview.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UpdateLogTest {

  private static final String UNITS = "aZ\n中文\uD83D\uDE00é\u0000\uFFFF ";

  private final Random random = new Random(7);
  private final UpdateLog log = new UpdateLog();
  private final List<Update> added = new ArrayList<>();

  @Test
  void givesBackWhatWasAdded() {
    for (int i = 0; i < 2_000; i++) {
      add(new Update("page" + random.nextInt(5), changes()));
    }

    for (int from : new int[] {0, 1, 999, 1_999, 2_000}) {
      assertThat(text(log.from(from))).isEqualTo(text(added.subList(from, 2_000)));
      assertThat(text(log.without(from).from(0))).isEqualTo(text(added.subList(from, 2_000)));
      assertThat(log.insertedFrom(from))
          .isEqualTo(
              added.subList(from, 2_000).stream()
                  .mapToLong(it -> it.changes().insertedLength())
                  .sum());
    }
  }

  @Test
  void keepsHalfACharacterAndTheLongestTexts() {
    add(new Update("a", ChangeSet.parse(List.of(List.of(0, "x".repeat(70_000) + "\uD83D")))));
    add(new Update("a", ChangeSet.parse(List.of(Integer.MAX_VALUE - 70_001, List.of(70_001)))));

    assertThat(text(log.from(0))).isEqualTo(text(added));
  }

  private void add(Update update) {
    log.add(update);
    added.add(update);
  }

  private ChangeSet changes() {
    List<ChangeSet.Section> sections = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int length = random.nextInt(1 << random.nextInt(20));
      sections.add(new ChangeSet.Section(length, random.nextBoolean() ? null : typed()));
    }
    return new ChangeSet(sections);
  }

  private String typed() {
    StringBuilder typed = new StringBuilder();
    for (int i = random.nextInt(20); i > 0; i--) {
      typed.append(UNITS.charAt(random.nextInt(UNITS.length())));
    }
    return typed.toString();
  }

  private static List<String> text(List<Update> updates) {
    return updates.stream().map(it -> it.client() + it.changes().sections()).toList();
  }
}
