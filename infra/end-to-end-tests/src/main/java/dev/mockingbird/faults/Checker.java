package dev.mockingbird.faults;

import dev.mockingbird.faults.PageRecord.Acknowledged;
import dev.mockingbird.faults.PageRecord.Moved;
import dev.mockingbird.faults.PageRecord.Refused;
import dev.mockingbird.faults.PageRecord.Sent;
import dev.mockingbird.faults.PageRecord.Shown;
import dev.mockingbird.faults.PageRecord.Text;
import dev.mockingbird.faults.PageRecord.Welcomed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds what the pages of one room recorded against its journal:
///
/// - every acknowledged change stands in the journal exactly once, every other at most once, a
///   refused one not at all, and none that nobody sent;
/// - each page's changes stand there in the order in which it sent them, a command's whole or not
///   at all, and no later than its acknowledgement says;
/// - the sequence and the facts' numbers are dense, no version of a document is accepted twice;
/// - every page was shown every entry, once, in the journal's order and as it stands there;
/// - the texts that pages were welcomed with and ended with are the journal's.
final class Checker {

  private final FoldedJournal journal;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Sent> sentWith = new HashMap<>();
  private long acknowledged;
  private long shown;

  private Checker(FoldedJournal journal) {
    this.journal = journal;
  }

  static Verdict check(JournalCopy copy, List<PageRecord> pages) {
    Set<Long> wanted =
        pages.stream()
            .flatMap(page -> page.told().stream())
            .filter(Welcomed.class::isInstance)
            .map(told -> ((Welcomed) told).sequence())
            .collect(Collectors.toSet());
    FoldedJournal journal = new FoldedJournal(copy, wanted);
    Checker checker = new Checker(journal);
    pages.forEach(checker::checkSent);
    pages.forEach(checker::checkTold);
    checker.checkNobodyElse(pages);
    List<String> all = new ArrayList<>(journal.violations());
    checker.violations.forEach(it -> all.add("room " + copy.room() + ": " + it));
    return new Verdict(all, journal.places().size(), checker.acknowledged, checker.shown);
  }

  private void checkSent(PageRecord page) {
    Map<Long, Long> acknowledgedAt = new HashMap<>();
    Set<Long> refused = new HashSet<>();
    page.told()
        .forEach(
            told -> {
              switch (told) {
                case Acknowledged(long n, long sequence) ->
                    acknowledgedAt.merge(n, sequence, Math::min);
                case Refused(long n, String _) -> refused.add(n);
                case Shown _, Welcomed _, Moved _ -> {}
              }
            });
    List<String> inOrder = new ArrayList<>();
    for (Sent sent : page.sent()) {
      inOrder.addAll(sent.marks());
      sent.marks().forEach(mark -> sentWith.put(mark, sent));
      checkCommand(page, sent, acknowledgedAt.get(sent.n()), refused.contains(sent.n()));
    }
    for (Long n : acknowledgedAt.keySet()) {
      if (page.sent().stream().noneMatch(sent -> sent.n() == n)) {
        violations.add(page.page() + " was acknowledged " + n + ", which it never sent");
      }
    }
    checkOrder(page, inOrder);
    page.oddities().forEach(odd -> violations.add(page.page() + " " + odd));
  }

  private void checkCommand(PageRecord page, Sent sent, @Nullable Long at, boolean refused) {
    String command = sent.kind() + " " + sent.n() + " of " + page.page();
    int found = 0;
    for (String mark : sent.marks()) {
      List<FoldedJournal.Place> places = journal.places().getOrDefault(mark, List.of());
      found += Math.min(1, places.size());
      if (places.size() > 1) {
        violations.add(command + ": change " + mark + " took effect " + places.size() + " times");
      }
      for (FoldedJournal.Place place : places) {
        if (!place.actor().equals(page.person())) {
          violations.add(command + ": change " + mark + " is said to be " + place.actor() + "'s");
        }
        if (at != null && place.sequence() > at) {
          violations.add(
              "%s: acknowledged at %d, but %s stands at %d"
                  .formatted(command, at, mark, place.sequence()));
        }
      }
      if (at != null) {
        acknowledged++;
        if (places.isEmpty()) {
          violations.add(command + ": acknowledged change " + mark + " is lost");
        }
      }
    }
    if (found > 0 && found < sent.marks().size()) {
      violations.add(command + " took effect in part: " + found + " of " + sent.marks().size());
    }
    if (refused && found > 0) {
      violations.add(command + " was refused and took effect");
    }
    if (refused && at != null) {
      violations.add(command + " was refused and acknowledged");
    }
  }

  private void checkOrder(PageRecord page, List<String> sentInOrder) {
    Map<String, Integer> ranks = new HashMap<>();
    sentInOrder.forEach(mark -> ranks.putIfAbsent(mark, ranks.size()));
    int before = -1;
    for (Map.Entry<String, List<FoldedJournal.Place>> entry : journal.places().entrySet()) {
      if (!entry.getValue().getFirst().page().equals(page.page())) {
        continue;
      }
      Integer rank = ranks.get(entry.getKey());
      if (rank != null && rank < before) {
        violations.add(page.page() + ": change " + entry.getKey() + " stands after a later one");
      }
      before = rank == null ? before : Math.max(before, rank);
    }
  }

  private void checkNobodyElse(List<PageRecord> pages) {
    for (String mark : journal.places().keySet()) {
      if (!sentWith.containsKey(mark)) {
        violations.add("nobody sent change " + mark + ", which stands in the journal");
      }
    }
  }

  private void checkTold(PageRecord page) {
    long at = 0;
    for (PageRecord.Told told : page.told()) {
      switch (told) {
        case Shown entry -> {
          checkShown(page, entry, at);
          at = Math.max(at, entry.sequence());
          shown++;
        }
        case Welcomed welcome -> {
          checkWelcome(page, welcome, at);
          at = Math.max(at, welcome.sequence());
        }
        case Moved(long sequence) -> {
          checkNoneMissed(page, at, sequence);
          at = Math.max(at, sequence);
        }
        case Acknowledged _, Refused _ -> {}
      }
    }
    if (page.reads()) {
      checkNoneMissed(page, at, journal.last());
      page.last()
          .forEach((document, text) -> compare(page, "ends with", document, text, journal.last()));
    }
  }

  private void checkShown(PageRecord page, Shown entry, long at) {
    if (entry.sequence() <= at) {
      violations.add("%s was shown entry %d after %d".formatted(page.page(), entry.sequence(), at));
    }
    checkNoneMissed(page, at, entry.sequence() - 1);
    checkEpoch(page, entry.epoch());
    if (!journal.content(entry.sequence()).equals(Optional.of(entry.content()))) {
      violations.add(
          "%s was shown entry %d as [%s], the journal has [%s]"
              .formatted(
                  page.page(),
                  entry.sequence(),
                  entry.content(),
                  journal.content(entry.sequence()).orElse("nothing")));
    }
  }

  private void checkWelcome(PageRecord page, Welcomed welcome, long at) {
    checkEpoch(page, welcome.epoch());
    if (welcome.sequence() < at) {
      violations.add(
          "%s was welcomed at %d after %d".formatted(page.page(), welcome.sequence(), at));
    }
    if (welcome.sequence() > journal.last()) {
      violations.add(
          "%s was welcomed at %d, the journal ends at %d"
              .formatted(page.page(), welcome.sequence(), journal.last()));
    }
    welcome
        .texts()
        .forEach(
            (document, text) ->
                compare(page, "was welcomed with", document, text, welcome.sequence()));
  }

  private void checkEpoch(PageRecord page, String epoch) {
    if (!epoch.equals(journal.epoch())) {
      violations.add(page.page() + " was told the epoch " + epoch + ", not " + journal.epoch());
    }
  }

  private void checkNoneMissed(PageRecord page, long from, long to) {
    int missed = from < to ? journal.forEverybody(from, to) : 0;
    if (missed > 0) {
      violations.add(
          "%s was not shown %d entries between %d and %d".formatted(page.page(), missed, from, to));
    }
  }

  private void compare(PageRecord page, String how, String document, Text text, long sequence) {
    Text right = journal.text(document, sequence);
    if (!right.equals(text)) {
      violations.add(
          "%s %s version %d of %s, %d units, the journal has version %d, %d units, at %d"
              .formatted(
                  page.page(),
                  how,
                  text.version(),
                  document,
                  text.text().length(),
                  right.version(),
                  right.text().length(),
                  sequence));
    }
  }
}
