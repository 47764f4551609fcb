package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Sentences;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyItemsTest {

  @Test
  void refusesTheFileThatMakesItTooManyAndSaysSo() throws UploadRefused {
    List<NamedBytes> files =
        IntStream.range(0, 3)
            .mapToObj(i -> NamedBytes.of(i + ".csv", Handed.utf8(rows(9_000))))
            .toList();

    List<Reading> readings =
        Readers.read(Upload.open(files, Limits.DEFAULT), _ -> Handed.NOTHING_TOLD).stream()
            .map(FileReading::reading)
            .toList();

    assertThat(readings).extracting(it -> it.items().size()).containsExactly(9_000, 9_000, 0);
    assertThat(Sentences.in(Language.ENGLISH).of(readings.getLast().because().getFirst()))
        .contains("20000", "2.csv");
    assertThat(readings.getLast().confidence()).isLessThan(Reading.SURE);
  }

  @Test
  void readsNoTableOfMoreLinesThanAnybodyWrites() {
    Reading reading = Readers.read(Handed.file("a.csv", rows(100_001)), Handed.NOTHING_TOLD);

    assertThat(reading.items()).isEmpty();
    assertThat(reading.because().getFirst().code()).isEqualTo("refused.too-many-lines");
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder("question,answer\n");
    for (int i = 0; i < count; i++) {
      rows.append("What is lock ").append(i).append("?,A gate\n");
    }
    return rows.toString();
  }
}
