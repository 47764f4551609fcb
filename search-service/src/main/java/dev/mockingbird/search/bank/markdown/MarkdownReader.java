package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reading;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import dev.mockingbird.search.bank.reading.ShapeOption;
import dev.mockingbird.search.bank.reading.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a Markdown question list that nobody prepared for it.
public final class MarkdownReader {

  /// Version of the import rules; raise it when the same bytes would be read differently.
  public static final int RULES = 4;

  private MarkdownReader() {}

  /// Understands the list; decides nothing about it.
  ///
  /// @throws dev.mockingbird.search.bank.reading.Unreadable when nobody wrote this as a list
  public static Reading read(String text, Choice choice) {
    SourceText source = SourceText.of(text);
    Prepared prepared = Containers.in(source);
    List<Piece> pieces = Outline.of(prepared);
    Decimals.takeOff(pieces);
    List<@Nullable Reason> chrome = Chrome.of(pieces);
    List<Ranked> ranked = Shapes.rank(pieces, chrome);
    Ranked main = chosen(ranked, choice.shape());
    boolean insists = choice.shape() != null && !main.equals(ranked.getFirst());
    Structure structure = Structure.of(pieces, chrome, main, choice, insists, prepared.folds());
    refuseMoreThanAnybodyLooksThrough(pieces, structure);
    RawItems.Found found = RawItems.of(pieces, chrome, structure, main);
    List<ImportWarning> warnings =
        new ArrayList<>(Checks.of(pieces, chrome, structure, found.items(), source));
    LineRoles roles = new LineRoles(source);
    List<ReadItem> items = items(found, choice, prepared, warnings, roles);
    around(pieces, chrome, structure, source, roles);
    if (items.isEmpty()) {
      warnings.add(ImportWarning.of(1, ImportWarning.Code.NO_QUESTIONS));
    }
    warnings.sort(Comparator.comparingInt(ImportWarning::line));
    Certainty certainty =
        Certainty.of(
            main,
            ranked,
            taken(pieces, structure),
            items,
            covered(roles, source),
            Missed.in(pieces, chrome, items, roles));
    return new Reading(
        main.shape(),
        ranked.stream().map(it -> option(it, pieces)).toList(),
        certainty.value(),
        certainty.because(),
        items,
        roles.marks(),
        warnings);
  }

  private static void refuseMoreThanAnybodyLooksThrough(List<Piece> pieces, Structure structure) {
    int items = 0;
    for (int i = 0; i < pieces.size(); i++) {
      items +=
          switch (structure.opens(i)) {
            case QUESTION, REQUIREMENT -> 1;
            case NOTHING, TOPIC, ASIDE -> 0;
          };
      if (items > Reading.MOST_ITEMS) {
        throw new Unreadable(Unreadable.Code.TOO_MANY_ITEMS, pieces.get(i).line());
      }
    }
  }

  /// What a person says is the shape is the shape.
  private static Ranked chosen(List<Ranked> ranked, @Nullable String shape) {
    return ranked.stream()
        .filter(it -> it.shape().equals(shape))
        .findFirst()
        .orElse(
            ranked.isEmpty() ? new Ranked(Shape.FILE, 0, 0, 0, 0, false, 0) : ranked.getFirst());
  }

  private static List<ReadItem> items(
      RawItems.Found found,
      Choice choice,
      Prepared prepared,
      List<ImportWarning> warnings,
      LineRoles roles) {
    Division division = new Division(prepared, choice, warnings, roles, found.items());
    List<ReadItem> items = new ArrayList<>();
    Map<Integer, Integer> keys = new HashMap<>();
    for (RawItem raw : found.items()) {
      int line = raw.start().line();
      int nth = keys.merge(line, 1, Integer::sum);
      items.add(division.split(raw, nth > 1 ? line + "." + nth : Integer.toString(line)));
    }
    for (RawItems.Demand demand : found.demands()) {
      ReadItem item = Requirements.item(demand, choice.language());
      items.add(item);
      roles.mark(demand.piece().lines(), Role.REQUIREMENT, item.key(), item.reason());
    }
    items.sort(Comparator.comparingInt(ReadItem::line));
    return items;
  }

  /// Says of everything that belongs to no item what it is.
  private static void around(
      List<Piece> pieces,
      List<@Nullable Reason> chrome,
      Structure structure,
      SourceText source,
      LineRoles roles) {
    for (int i = 0; i < pieces.size(); i++) {
      @Nullable Reason reason = chrome.get(i);
      if (structure.opens(i) == Openings.Kind.TOPIC) {
        roles.mark(pieces.get(i).lines(), Role.TOPIC, null, Reason.of("topic"));
      } else if (reason != null) {
        roles.mark(pieces.get(i).lines(), Role.IGNORED, null, reason);
      }
    }
    if (source.front() > 0) {
      roles.mark(
          new dev.mockingbird.search.bank.reading.Lines(1, source.front()),
          Role.IGNORED,
          null,
          Reason.of("ignored.front-matter"));
    }
  }

  private static Map<String, Integer> taken(List<Piece> pieces, Structure structure) {
    Map<String, Integer> taken = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (structure.opens(i) == Openings.Kind.QUESTION) {
        Shape.of(pieces.get(i)).forEach(shape -> taken.merge(shape, 1, Integer::sum));
      }
    }
    return taken;
  }

  private static double covered(LineRoles roles, SourceText source) {
    long used =
        roles.marks().stream()
            .filter(it -> it.role() != Role.IGNORED || !it.reason().code().equals("ignored.unused"))
            .mapToLong(it -> it.lines().to() - it.lines().from() + 1L)
            .sum();
    return (double) used / source.lines().size();
  }

  private static ShapeOption option(Ranked ranked, List<Piece> pieces) {
    Piece first = pieces.get(ranked.first());
    String example = Wording.start(first.markdown().strip());
    return new ShapeOption(ranked.shape(), first.line(), example, ranked.starts());
  }
}
