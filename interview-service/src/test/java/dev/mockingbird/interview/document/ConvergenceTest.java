package dev.mockingbird.interview.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random concurrent typing of three pages against one authority, with late deliveries, lost
/// acknowledgements and repeats: whatever the schedule, all end with the authority's text, and each
/// change is in the log once. `-Dschedules=10000` runs the long form.
class ConvergenceTest {

  private static final int SCHEDULES = Integer.getInteger("schedules", 1_000);
  private static final String[] PIECES = {"a", "xyz", "\n", "持久化", "🙂", "  ", "l1\nl2"};

  @Test
  void everyScheduleConverges() {
    for (int seed = 0; seed < SCHEDULES; seed++) {
      Schedule schedule = new Schedule(new Random(seed));
      schedule.play(60);
      schedule.settle();
      schedule.check("seed " + seed);
    }
  }

  private static final class Schedule {
    private final Random random;
    private final Document authority = new Document("q1:text", 1);
    private final List<Page> pages = List.of(new Page("al"), new Page("bo"), new Page("cy"));

    Schedule(Random random) {
      this.random = random;
    }

    void play(int steps) {
      for (int i = 0; i < steps; i++) {
        Page page = pages.get(random.nextInt(pages.size()));
        switch (random.nextInt(4)) {
          case 0, 1 -> page.type(random);
          case 2 -> page.push(authority, random.nextInt(4) == 0);
          default -> page.receive(authority, random.nextInt(3));
        }
      }
    }

    void settle() {
      for (Page page : pages) {
        while (!page.unconfirmed.isEmpty()) {
          page.push(authority, false);
          page.receive(authority, Integer.MAX_VALUE);
        }
      }
      pages.forEach(page -> page.receive(authority, Integer.MAX_VALUE));
    }

    void check(String seed) {
      for (Page page : pages) {
        assertThat(page.text).as(seed).isEqualTo(authority.text());
        assertThat(authority.since(0).stream().filter(u -> u.client().equals(page.client)).count())
            .as(seed)
            .isEqualTo(page.typed);
      }
    }
  }

  /// A browser's side of the protocol, as `@codemirror/collab` has it.
  private static final class Page {
    private final String client;
    private final List<Update> unconfirmed = new ArrayList<>();
    private String text = "";
    private int version;
    private int typed;

    Page(String client) {
      this.client = client;
    }

    void type(Random random) {
      int from = boundary(random.nextInt(text.length() + 1));
      int to = boundary(Math.min(text.length(), from + random.nextInt(3)));
      String inserted = random.nextInt(5) == 0 ? "" : PIECES[random.nextInt(PIECES.length)];
      ChangeSet.Builder change = new ChangeSet.Builder();
      change.keep(from);
      change.add(to - from, inserted);
      change.keep(text.length() - to);
      ChangeSet changes = change.build();
      text = changes.apply(text);
      unconfirmed.add(new Update(client, changes));
      typed++;
    }

    /// @param lost the acknowledgement is lost, so that the page will push the same again
    void push(Document authority, boolean lost) {
      List<Update> rebased = Rebase.rebase(unconfirmed, authority.since(version));
      authority.apply(rebased);
      if (!lost) {
        receive(authority, Integer.MAX_VALUE);
      }
    }

    /// One update at a time, as the page's room client hands them to `receiveUpdates`.
    void receive(Document authority, int most) {
      List<Update> news = authority.since(version);
      for (Update update : news.subList(0, Math.min(most, news.size()))) {
        version++;
        if (!unconfirmed.isEmpty() && update.client().equals(client)) {
          unconfirmed.removeFirst();
          continue;
        }
        ChangeSet foreign = update.changes();
        for (int i = 0; i < unconfirmed.size(); i++) {
          ChangeSet own = unconfirmed.get(i).changes();
          unconfirmed.set(i, new Update(client, own.map(foreign, false)));
          foreign = foreign.map(own, true);
        }
        text = foreign.apply(text);
      }
    }

    private int boundary(int at) {
      boolean inside =
          at > 0
              && at < text.length()
              && Character.isLowSurrogate(text.charAt(at))
              && Character.isHighSurrogate(text.charAt(at - 1));
      return inside ? at - 1 : at;
    }
  }
}
