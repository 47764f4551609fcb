package dev.mockingbird.search.bank.door;

import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether the Markdown files of an upload hold one question each: no single file can tell that its
/// only heading is a question and no topic, all of them together can.
///
/// @param files by name, those that do; none when they are lists
record FilePerQuestion(Map<String, WholeFile> files, double confidence, Reason because) {

  private static final FilePerQuestion NO =
      new FilePerQuestion(Map.of(), 0, Reason.of("shape.nothing"));

  private static final Set<String> ABOUT_THE_OTHERS =
      Set.of(
          "readme",
          "index",
          "summary",
          "_sidebar",
          "_navbar",
          "_coverpage",
          "contributing",
          "changelog",
          "license",
          "code_of_conduct",
          "目录");

  private static final int FEW = 3;
  private static final double MOST = 0.8;
  private static final double MANY_ASK = 0.6;
  private static final int SOME_QUESTIONS = 3;
  private static final double SURE = 0.92;
  private static final double LIKELY = 0.75;

  /// @param asLists what each file says when it is read by itself
  static FilePerQuestion of(List<FileReading> asLists) {
    List<FileReading> candidates =
        asLists.stream()
            .filter(it -> it.file().format() == Format.MARKDOWN)
            .filter(it -> !isAboutTheOthers(it.file()))
            .toList();
    Map<String, WholeFile> whole = new HashMap<>();
    List<Long> questions = new ArrayList<>();
    for (FileReading candidate : candidates) {
      Optional<WholeFile> file = WholeFile.of(candidate.file());
      file.ifPresent(it -> whole.put(candidate.file().name(), it));
      file.ifPresent(_ -> questions.add(questions(candidate.reading())));
    }
    if (whole.size() < FEW || whole.size() < candidates.size() * MOST) {
      return NO;
    }
    questions.sort(Comparator.naturalOrder());
    long usually = questions.get(questions.size() / 2);
    long asking = whole.values().stream().filter(it -> Columns.asks(it.title())).count();
    boolean mostAsk = asking >= whole.size() * MANY_ASK;
    return usually <= 1 || (mostAsk && usually <= SOME_QUESTIONS)
        ? new FilePerQuestion(
            whole,
            mostAsk ? SURE : LIKELY,
            Reason.of("shape.file-per-question", whole.size(), candidates.size()))
        : NO;
  }

  /// Empty when the file is to be read as a list, or a person says what its questions are.
  Optional<FileReading> read(FileReading asList, Choice choice) {
    SourceFile file = asList.file();
    if (choice.shape() != null || files.isEmpty()) {
      return Optional.empty();
    }
    return isAboutTheOthers(file)
        ? Optional.of(new FileReading(file, nothingIn(file, asList.reading())))
        : Optional.ofNullable(files.get(file.name()))
            .flatMap(it -> it.read(choice, confidence, because, asList.reading()))
            .map(reading -> new FileReading(file, Readers.withItsEncoding(file, reading)));
  }

  /// Where every question has a file of its own, what leads to them says them once more.
  private Reading nothingIn(SourceFile file, Reading asList) {
    Reason reason = Reason.of("mark.about-the-others");
    Marks marks = new Marks(file.text());
    marks.add(1, Role.IGNORED, null, reason);
    return new Reading(
        WholeFile.SHAPE,
        asList.shapes(),
        confidence,
        List.of(because),
        List.of(),
        marks.all(),
        List.of());
  }

  private static long questions(Reading reading) {
    return reading.items().stream().filter(it -> it.kind() == ReadItem.Kind.QUESTION).count();
  }

  private static boolean isAboutTheOthers(SourceFile file) {
    return file.format() == Format.MARKDOWN && ABOUT_THE_OTHERS.contains(stem(file));
  }

  private static String stem(SourceFile file) {
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }
}
