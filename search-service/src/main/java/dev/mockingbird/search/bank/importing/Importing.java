package dev.mockingbird.search.bank.importing;

import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.search.bank.BankJournal;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.importing.ImportJournal.Asker;
import dev.mockingbird.search.bank.reading.Reading;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Lets whole lists into the bank: read, decide, write, and only then make it count.
@Service
class Importing {

  private static final int ATTEMPTS = 5;

  private final ImportJournal journal;
  private final BankJournal bank;
  private final BankReader reader;
  private final Readings readings;
  private final Batches batches;
  private final MeterRegistry meters;

  Importing(
      ImportJournal journal,
      BankJournal bank,
      BankReader reader,
      Readings readings,
      Batches batches,
      MeterRegistry meters) {
    this.journal = journal;
    this.bank = bank;
    this.reader = reader;
    this.readings = readings;
    this.batches = batches;
    this.meters = meters;
  }

  /// An upload, what it says, and what that would do to the bank as it is.
  ///
  /// @param asOf everything that changed before is in it
  record Decided(
      List<FileReading> files, Imports imports, Known known, ImportPlan plan, Instant asOf) {

    long generation() {
      return asOf.toEpochMilli();
    }
  }

  Imports imports() {
    return journal.imports();
  }

  boolean nothingYet() {
    return journal.imports().count() == 0;
  }

  /// What an import would do now; nothing is written.
  Decided preview(ListImport wanted) {
    return decide(wanted, readings.of(wanted));
  }

  /// All of the list or nothing of it. An import that breaks off is gone on with by sending it
  /// again.
  Applied apply(ListImport wanted) {
    Asker asker = Asker.of(wanted);
    List<FileReading> files = readings.of(wanted);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Applied> before =
          journal.answer(asker).map(it -> it.to(wanted.fingerprint(), Applied.class));
      if (before.isPresent()) {
        return before.get();
      }
      Decided decided = decide(wanted, files);
      refuseWhatNobodySaw(wanted, decided);
      Optional<Applied> answer = written(wanted, asker, decided);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw ImportProblems.changedMeanwhile();
  }

  private static void refuseWhatNobodySaw(ListImport wanted, Decided decided) {
    Long generation = wanted.request().generation();
    if (generation == null) {
      return;
    }
    Instant seen = Instant.ofEpochMilli(generation);
    if (decided.imports().changedSince(seen) || decided.known().changedSince(seen)) {
      throw ImportProblems.changedMeanwhile();
    }
  }

  /// @return empty when the bank changed since it was read, so that the import is decided again
  private Optional<Applied> written(ListImport wanted, Asker asker, Decided decided) {
    ImportPlan plan = decided.plan();
    Counts counts = Counts.of(plan, wanted.request());
    if (changesNothing(wanted, decided)) {
      Applied nothing = new Applied(null, counts);
      return journal.keep(asker, KeptAnswer.of(wanted.fingerprint(), nothing))
          ? Optional.of(nothing)
          : Optional.empty();
    }
    String batch = wanted.batch(decided.imports().count(), plan);
    Applied answer = new Applied(batch, counts);
    return switch (batches.write(
        batch,
        plan.effects(),
        plan.event(batch, wanted),
        decided.imports().count(),
        asker,
        KeptAnswer.of(wanted.fingerprint(), answer))) {
      case AppendResult.Appended _ -> {
        count(counts);
        yield Optional.of(answer);
      }
      // It took effect by the same list under another key or none.
      case AppendResult.Seen _ ->
          journal.keep(asker, KeptAnswer.of(wanted.fingerprint(), answer))
              ? Optional.of(answer)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Nothing to write, nothing to keep, and nothing that the list's next import would miss.
  private static boolean changesNothing(ListImport wanted, Decided decided) {
    ImportPlan plan = decided.plan();
    Imports.Source source = decided.known().source();
    return plan.effects().isEmpty()
        && wanted.request().profile() == null
        && (plan.order().isEmpty()
            || source.order().equals(plan.ids()) && source.saidInOrder().equals(plan.said()));
  }

  private Decided decide(ListImport wanted, List<FileReading> files) {
    files.forEach(file -> refuseUnknownShape(file, wanted.request()));
    Instant asOf = journal.now();
    Imports imports = journal.imports();
    Imports.Source source = imports.source(wanted.source());
    List<ListItem> whole = ListItem.of(files, wanted.request(), _ -> false);
    boolean divisible =
        whole.stream().anyMatch(it -> it.sentences() > 1 && it.choice().split() == null);
    Set<String> identities = new HashSet<>();
    ImportDecider.identities(whole).forEach(identities::add);
    if (divisible) {
      ImportDecider.identities(ListItem.of(files, wanted.request(), _ -> true))
          .forEach(identities::add);
    }
    Map<String, String> holders = bank.holders(identities);
    List<ListItem> items =
        divisible
            ? ListItem.of(files, wanted.request(), ImportDecider.splitBefore(holders, source))
            : whole;
    Set<String> touched =
        Stream.concat(ImportDecider.touched(items, holders), source.questions().stream())
            .collect(Collectors.toSet());
    Known known = new Known(holders, reader.read(touched), source);
    items.forEach(item -> refuseUnknownMatch(item, known));
    return new Decided(
        files,
        imports,
        known,
        ImportDecider.decide(wanted.source(), items, wanted.request().retire(), known),
        asOf);
  }

  /// What a person says about single blocks may leave a shape without any.
  private static void refuseUnknownShape(FileReading file, ImportRequest request) {
    String name = file.file().name();
    FileChoice choice = request.files().getOrDefault(name, FileChoice.NONE);
    String shape = choice.shape();
    Reading reading = file.reading();
    if (shape != null
        && choice.roles().isEmpty()
        && !shape.equals(reading.shape())
        && reading.shapes().stream().noneMatch(it -> it.shape().equals(shape))) {
      throw ImportProblems.noSuchShape(name, shape);
    }
  }

  private static void refuseUnknownMatch(ListItem item, Known known) {
    String match = item.choice().match();
    if (match != null && !item.choice().isNew() && known.state(match).last() == null) {
      throw ImportProblems.noSuchMatch(item.key(), match);
    }
  }

  private void count(Counts counts) {
    meters.counter("mockingbird.bank.imports").increment();
    count("added", counts.added());
    count("changed", counts.changed());
    count("unchanged", counts.unchanged());
    count("known", counts.known());
    count("conflict", counts.conflict());
    count("duplicate", counts.duplicate());
    count("requirement", counts.requirement());
    count("left", counts.left());
    count("too_long", counts.tooLong());
    count("retired", counts.retired());
  }

  private void count(String outcome, int items) {
    meters.counter("mockingbird.bank.imported", "outcome", outcome).increment(items);
  }
}
