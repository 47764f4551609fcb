package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {

  private final Readings readings = new Readings();

  @Test
  void readsTheSameBytesOnceUntilSomethingElseIsSaidAboutThem() {
    String list = list(10, 10);
    var first = readings.of(wanted(list, Map.of()));

    assertThat(readings.of(wanted(list, Map.of()))).isSameAs(first);
    assertThat(readings.of(wanted(list, Map.of(3, Role.IGNORED)))).isNotSameAs(first);
  }

  @Test
  void keepsOneOfEachUploadAndNeverMoreThanItMay() {
    String list = list(1_000, 300);
    readings.of(wanted(list, Map.of()));
    long once = readings.bytes();
    for (int i = 0; i < 20; i++) {
      readings.of(wanted(list, Map.of(3 + i, Role.IGNORED)));
    }

    assertThat(once).isGreaterThan(4L * list.length());
    assertThat(readings.bytes()).isLessThanOrEqualTo(once);
    for (int i = 0; i < 20; i++) {
      readings.of(wanted(list.replace("锁", "锁" + i), Map.of()));
    }
    assertThat(readings.bytes()).isBetween(once, 16L << 20);
  }

  @Test
  void keepsTheNewestHoweverLongItIs() {
    String list = list(9_000, 300);
    var first = readings.of(wanted(list, Map.of()));

    assertThat(readings.bytes()).isLessThanOrEqualTo(16L << 20);
    assertThat(readings.of(wanted(list, Map.of()))).isSameAs(first);
  }

  private static ListImport wanted(String list, Map<Integer, Role> roles) {
    return Lists.wanted(
        new ImportRequest(
            PaperBank.SOURCE,
            Language.CHINESE,
            null,
            Map.of("list.md", new FileChoice(null, roles)),
            Map.of(),
            List.of(),
            null),
        list,
        null);
  }

  private static String list(int questions, int length) {
    StringBuilder list = new StringBuilder("## T\n\n");
    for (int i = 1; i <= questions; i++) {
      list.append(i)
          .append(". 什么是锁 ")
          .append(i)
          .append("？\n\n   ")
          .append("互斥。".repeat(length / 3))
          .append("\n");
    }
    return list.toString();
  }
}
