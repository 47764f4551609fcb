package dev.mockingbird.search.bank.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds, for items that match nothing exactly, what stood at their place when the list was
/// imported before: between the same neighbours, and similar enough. A section that moved takes its
/// neighbours along.
final class Places {

  /// Above this many pairs in one place nobody has edited a list; it is another one.
  private static final long MOST_PAIRS = 250_000;

  /// Of pairing them best, which takes some tenths of a second.
  private static final long MOST_STEPS = 100_000_000;

  /// Of all pairs.
  private static final long MOST_CHARACTERS = 500_000_000;

  private final List<Now> now;
  private final List<Before> before;
  private final Map<String, Integer> stood = new HashMap<>();
  private final Set<String> matched = new HashSet<>();
  private final Map<Integer, String> found = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private Places(List<Now> now, List<Before> before) {
    this.now = now;
    this.before = before;
    for (int i = 0; i < before.size(); i++) {
      stood.put(before.get(i).id(), i);
    }
    now.forEach(
        it -> {
          if (it.id() != null) {
            matched.add(it.id());
          }
        });
  }

  /// @param id of the question that it matches exactly, absent when it matches none
  /// @param wording absent for what is new whatever it says
  record Now(@Nullable String id, @Nullable Wording wording) {}

  /// @param wording absent for a question that the bank does not have any more
  record Before(String id, @Nullable Wording wording) {}

  /// By the index of the item now.
  static Map<Integer, String> match(List<Now> now, List<Before> before) {
    Places places = new Places(now, before);
    places.match();
    return places.found;
  }

  private void match() {
    int from = 0;
    Integer anchor = null;
    for (int i = 0; i <= now.size(); i++) {
      Integer next = i < now.size() ? place(now.get(i)) : null;
      if (i == now.size() || next != null) {
        within(from, i, candidates(anchor, next, i == now.size()));
        from = i + 1;
        anchor = next;
      }
    }
  }

  private @Nullable Integer place(Now item) {
    return item.id() == null ? null : stood.get(item.id());
  }

  /// What stood behind the neighbour before and ahead of the one after, up to the next that has its
  /// match.
  private List<Before> candidates(@Nullable Integer anchor, @Nullable Integer next, boolean atEnd) {
    Set<Before> candidates = new LinkedHashSet<>();
    for (int i = anchor == null ? 0 : anchor + 1; i < before.size() && free(i); i++) {
      candidates.add(before.get(i));
    }
    if (next != null || atEnd) {
      for (int i = (next == null ? before.size() : next) - 1; i >= 0 && free(i); i--) {
        candidates.add(before.get(i));
      }
    }
    candidates.removeIf(it -> it.wording() == null || taken.contains(it.id()));
    return List.copyOf(candidates);
  }

  private boolean free(int i) {
    return !matched.contains(before.get(i).id());
  }

  private void within(int from, int to, List<Before> candidates) {
    List<Integer> open = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (now.get(i).id() == null && now.get(i).wording() != null) {
        open.add(i);
      }
    }
    if (open.isEmpty() || candidates.isEmpty()) {
      return;
    }
    List<Wording> here = open.stream().map(it -> wording(now.get(it).wording())).toList();
    List<Wording> there = candidates.stream().map(it -> wording(it.wording())).toList();
    if (tooMuch(here, there)) {
      return;
    }
    double[][] gains = gains(here, there);
    int[] pairs = Assignment.best(gains);
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] >= 0) {
        found.put(open.get(i), candidates.get(pairs[i]).id());
        taken.add(candidates.get(pairs[i]).id());
      }
    }
  }

  private static Wording wording(@Nullable Wording wording) {
    return Objects.requireNonNull(wording);
  }

  private static boolean tooMuch(List<Wording> here, List<Wording> there) {
    long fewer = Math.min(here.size(), there.size());
    long more = Math.max(here.size(), there.size());
    return fewer * more > MOST_PAIRS
        || fewer * fewer * more > MOST_STEPS
        || there.size() * length(here) + here.size() * length(there) > MOST_CHARACTERS;
  }

  private static long length(List<Wording> wordings) {
    return wordings.stream().mapToLong(Wording::length).sum();
  }

  /// Only the shorter side is kept ready for all of the longer one.
  private static double[][] gains(List<Wording> here, List<Wording> there) {
    double[][] gains = new double[here.size()][there.size()];
    boolean tall = here.size() > there.size();
    List<Wording.Compared> ready = (tall ? there : here).stream().map(Wording::compared).toList();
    List<Wording> others = tall ? here : there;
    for (int i = 0; i < others.size(); i++) {
      Wording.Compared other = others.get(i).compared();
      for (int j = 0; j < ready.size(); j++) {
        gains[tall ? i : j][tall ? j : i] = ready.get(j).likeness(other);
      }
    }
    return gains;
  }
}
