package dev.mockingbird.search.bank.editing;

import static dev.mockingbird.search.bank.editing.Histories.CHEN;
import static dev.mockingbird.search.bank.editing.Histories.IVAN;
import static dev.mockingbird.search.bank.editing.Histories.after;
import static dev.mockingbird.search.bank.editing.Histories.drafted;
import static dev.mockingbird.search.bank.editing.Histories.published;
import static dev.mockingbird.search.bank.editing.Histories.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.search.bank.BankReader.Known;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastVersionsTest {

  @Test
  void tellsWhoDidWhatAndWhenNewestFirst() {
    Known known = drafted(published("一"), "草稿");
    known = after(known, CHEN, new EditCommand.Publish(1, 1L, null, wanted("草稿")));
    known = after(known, CHEN, new EditCommand.Restore(1, 2));
    known = after(known, CHEN, new EditCommand.Retire("泄露"));
    known = after(known, CHEN, new EditCommand.Reinstate());
    known = drafted(known, "又一稿");
    known = after(known, IVAN, new EditCommand.DiscardDraft(null));

    List<PastVersions.PastVersion> items = items(known);

    assertThat(items)
        .extracting(it -> it.kind() + " " + it.version() + " " + it.by())
        .containsExactly(
            "draft-discarded 3 demo:2",
            "drafted 3 demo:2",
            "reinstated 3 demo:1",
            "retired 3 demo:1",
            "restored 3 demo:1",
            "published 2 demo:1",
            "drafted 1 demo:2",
            "published 1 demo:1");
    assertThat(items.get(3).reason()).isEqualTo("泄露");
    assertThat(items.get(4).restores()).isEqualTo(1);
    assertThat(items.get(4).form().title()).isEqualTo("一");
    assertThat(items.getLast().at()).isEqualTo(Instant.EPOCH);
  }

  private static List<PastVersions.PastVersion> items(Known known) {
    return PastVersions.of(known.history().counting(known.applied()), _ -> Optional.empty());
  }
}
