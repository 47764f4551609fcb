package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.Similarity;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.importing.Importing.Decided;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts into words what was decided.
final class PreviewWriter {

  private final ListImport wanted;
  private final Decided decided;
  private final Sentences sentences;

  private PreviewWriter(ListImport wanted, Decided decided, Sentences sentences) {
    this.wanted = wanted;
    this.decided = decided;
    this.sentences = sentences;
  }

  static Preview write(ListImport wanted, Decided decided, Sentences sentences) {
    return new PreviewWriter(wanted, decided, sentences).preview();
  }

  private Preview preview() {
    return new Preview(
        decided.generation(),
        wanted.source(),
        wanted.upload().sha256(),
        confidence(),
        decided.files().stream().allMatch(this::sure),
        decided.files().stream().map(this::file).toList(),
        wanted.upload().left().stream()
            .map(it -> new Preview.Left(it.name(), sentences.of(it.because())))
            .toList(),
        items(),
        decided.plan().missing().stream()
            .map(
                it ->
                    new Preview.Missing(
                        it.content().id(), it.content().title(), it.content().topic()))
            .toList(),
        warnings(),
        Counts.of(decided.plan(), wanted.request()));
  }

  /// Of all items together, so each file counts by what it holds.
  private double confidence() {
    double sum = 0;
    int weight = 0;
    for (FileReading file : decided.files()) {
      int items = Math.max(1, file.reading().items().size());
      sum += items * file.reading().confidence();
      weight += items;
    }
    return weight == 0 ? 0 : Math.round(100 * sum / weight) / 100.0;
  }

  private boolean sure(FileReading file) {
    FileChoice choice = wanted.request().files().get(file.file().name());
    return file.reading().confidence() >= Reading.SURE
        || (choice != null && file.reading().shape().equals(choice.shape()));
  }

  private Preview.File file(FileReading it) {
    Reading reading = it.reading();
    String name = it.file().name();
    return new Preview.File(
        name,
        wire(it.file().format()),
        it.file().encoding(),
        reading.shape(),
        reading.shapes().stream()
            .map(
                shape ->
                    new Preview.Shape(shape.shape(), shape.line(), shape.example(), shape.blocks()))
            .toList(),
        reading.confidence(),
        reading.because().stream().map(sentences::of).toList(),
        it.file().text().lines().limit(Reading.MOST_LINES).toList(),
        reading.marks().stream()
            .map(
                mark ->
                    new Preview.Mark(
                        mark.lines().from(),
                        mark.lines().to(),
                        mark.role(),
                        mark.item() == null ? null : name + "#" + mark.item(),
                        sentences.of(mark.reason())))
            .toList());
  }

  private List<Preview.Item> items() {
    Map<ImportPlan.Item, List<Preview.Similar>> similar = similar();
    return decided.plan().items().stream()
        .map(it -> item(it, similar.getOrDefault(it, List.of())))
        .toList();
  }

  private Preview.Item item(ImportPlan.Item planned, List<Preview.Similar> similar) {
    ListItem item = planned.item();
    ReadItem taken = planned.taken();
    return new Preview.Item(
        item.key(),
        item.file(),
        taken.line(),
        wire(taken.kind()),
        taken.section(),
        taken.title(),
        taken.body(),
        taken.staff().reference(),
        taken.staff().keyPoints(),
        taken.staff().hints(),
        taken.staff().rubric(),
        taken.staff().followUps(),
        taken.staff().sources(),
        Stream.concat(Stream.of(taken.topic()), taken.furtherTopics().stream())
            .filter(topic -> !topic.isEmpty())
            .toList(),
        taken.metadata().tags(),
        taken.metadata().language(),
        taken.metadata().difficulty(),
        taken.metadata().minutes(),
        taken.answerLines().stream().map(it -> List.of(it.from(), it.to())).toList(),
        sentences.of(taken.reason()),
        planned.outcome().wire(),
        item.choice().included(),
        planned.id(),
        before(planned),
        item.sentences(),
        similar);
  }

  private static Preview.@Nullable Before before(ImportPlan.Item planned) {
    return planned.before() == null || planned.outcome() == Outcome.UNCHANGED
        ? null
        : new Preview.Before(
            planned.before().content().title(),
            planned.before().content().body(),
            planned.before().staff().reference());
  }

  /// Nothing is ever merged for being similar: somebody may look.
  private Map<ImportPlan.Item, List<Preview.Similar>> similar() {
    List<ImportPlan.Item> questions =
        decided.plan().items().stream().filter(it -> it.id() != null && asks(it)).toList();
    NearDuplicates near =
        new NearDuplicates(
            questions.stream()
                .map(it -> Similarity.bare(it.taken().title() + "\n" + it.taken().body()))
                .toList());
    Map<ImportPlan.Item, List<Preview.Similar>> similar = new IdentityHashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      similar.put(
          questions.get(i),
          near.of(i).stream()
              .map(
                  it -> {
                    ImportPlan.Item other = questions.get(it.index());
                    return new Preview.Similar(
                        other.item().key(),
                        other.taken().title(),
                        Math.round(100 * it.similarity()) / 100.0);
                  })
              .toList());
    }
    return similar;
  }

  private static boolean asks(ImportPlan.Item item) {
    return switch (item.outcome()) {
      case ADDED, CHANGED, PROPOSED, UNCHANGED, KNOWN, CONFLICT -> true;
      case DUPLICATE, REQUIREMENT, LEFT, TOO_LONG -> false;
    };
  }

  private List<Preview.Warning> warnings() {
    Map<String, List<ImportPlan.Item>> items =
        decided.plan().items().stream().collect(Collectors.groupingBy(it -> it.item().file()));
    List<Preview.Warning> warnings = new ArrayList<>();
    for (FileReading file : decided.files()) {
      String name = file.file().name();
      List<Preview.Warning> own = new ArrayList<>();
      file.reading().warnings().forEach(it -> own.add(warning(name, it)));
      items.getOrDefault(name, List.of()).stream()
          .flatMap(it -> it.warnings().stream())
          .forEach(it -> own.add(warning(name, it)));
      own.sort(Comparator.comparingInt(Preview.Warning::line));
      warnings.addAll(own);
    }
    return warnings;
  }

  private Preview.Warning warning(String file, ImportWarning it) {
    return new Preview.Warning(
        file, it.line(), it.code().wire(), sentences.of(it), sentences.fix(it));
  }

  private static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
