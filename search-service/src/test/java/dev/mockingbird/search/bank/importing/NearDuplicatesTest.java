package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

  @Test
  void suggestsWhatIsNearlyTheSame() {
    var near = new NearDuplicates(List.of("请解释一下互斥锁的工作原理", "什么是页表", "解释一下互斥锁的工作原理"));

    assertThat(near.of(0)).extracting(NearDuplicates.Near::index).containsExactly(2);
    assertThat(near.of(1)).isEmpty();
  }

  @Test
  void looksThroughTenThousandInAMoment() {
    List<String> many =
        new ArrayList<>(
            IntStream.range(0, 10_000)
                .mapToObj(i -> "what is the purpose of component" + Integer.toString(i * 7919, 36))
                .toList());
    many.set(9_999, many.get(5) + "s");
    long before = System.nanoTime();

    NearDuplicates near = new NearDuplicates(many);
    for (int i = 0; i < many.size(); i++) {
      near.of(i);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
  }
}
