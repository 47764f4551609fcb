package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;

/// Splits what an item owns into question, answer and the rest. Where labels stand, they decide;
/// without any, all of it is the answer.
final class Answers {

  private static final int DEFAULT_WEIGHT = 2;
  private static final Pattern WEIGHT =
      Pattern.compile("\\s*[(（]\\s*(?:权重|weight)\\s*([1-3])\\s*[)）]\\s*$");

  private final SourceText source;
  private final Language language;
  private final List<ImportWarning> warnings;

  Answers(SourceText source, Language language, List<ImportWarning> warnings) {
    this.source = source;
    this.language = language;
    this.warnings = warnings;
  }

  ReadItem split(RawItem item) {
    Language spoken = Wording.isChinese(item.title()) ? Language.CHINESE : language;
    Metadata metadata = Metadata.none(spoken);
    List<RawItem.Part> body = new ArrayList<>();
    Map<Wording.Label, List<RawItem.Part>> labelled = new EnumMap<>(Wording.Label.class);
    List<RawItem.Part> open = body;
    for (RawItem.Part part : item.parts()) {
      Optional<Wording.Label> label = label(part.node());
      if (label.isPresent()) {
        open = labelled.computeIfAbsent(label.get(), _ -> new ArrayList<>());
      } else if (part.node() instanceof HtmlBlock html && html.getLiteral().startsWith("<!--")) {
        metadata = metadata(part, html, spoken).orElse(metadata);
      } else {
        open.add(part);
      }
    }
    boolean unlabelled = labelled.isEmpty();
    List<RawItem.Part> answer =
        unlabelled ? body : labelled.getOrDefault(Wording.Label.REFERENCE, List.of());
    return new ReadItem(
        Integer.toString(item.line()),
        item.line(),
        ReadItem.Kind.QUESTION,
        item.topic().isEmpty() ? List.of() : List.of(item.topic()),
        item.title(),
        unlabelled ? "" : markdown(body),
        new StaffMaterial(
            markdown(answer),
            entries(labelled, Wording.Label.KEY_POINTS).map(Answers::keyPoint).toList(),
            entries(labelled, Wording.Label.HINTS).map(Outline::plain).toList(),
            entries(labelled, Wording.Label.SOURCES).flatMap(Answers::addresses).toList()),
        metadata,
        List.of(),
        answer.stream().map(RawItem.Part::lines).toList(),
        item.reason());
  }

  private Optional<Metadata> metadata(RawItem.Part part, HtmlBlock comment, Language spoken) {
    Optional<Metadata> metadata = Metadata.parse(comment.getLiteral().strip(), spoken);
    if (metadata.isEmpty()) {
      warnings.add(ImportWarning.of(part.lines().from(), ImportWarning.Code.METADATA_IGNORED));
    }
    return metadata;
  }

  /// A paragraph that is nothing but a bold label, or a label and a colon.
  private static Optional<Wording.Label> label(Node node) {
    boolean alone =
        node instanceof Paragraph
            && node.getFirstChild() instanceof StrongEmphasis strong
            && (strong.getNext() == null || Outline.plain(node).matches(".*[:：]"));
    return alone ? Wording.label(Outline.plain(node)) : Optional.empty();
  }

  /// Neighbours of one indent are sliced as one, with the empty lines between them.
  private String markdown(List<RawItem.Part> parts) {
    List<RawItem.Part> runs = new ArrayList<>();
    for (RawItem.Part part : parts) {
      if (!runs.isEmpty() && runs.getLast().indent() == part.indent()) {
        RawItem.Part last = runs.removeLast();
        runs.add(new RawItem.Part(last.lines().upTo(part.lines()), last.node(), last.indent()));
      } else {
        runs.add(part);
      }
    }
    return runs.stream()
        .map(run -> source.slice(run.lines(), run.indent()))
        .collect(Collectors.joining("\n\n"));
  }

  private static Stream<Node> entries(
      Map<Wording.Label, List<RawItem.Part>> labelled, Wording.Label label) {
    return labelled.getOrDefault(label, List.of()).stream()
        .map(RawItem.Part::node)
        .flatMap(node -> node instanceof ListBlock ? Outline.children(node) : Stream.of(node));
  }

  private static KeyPoint keyPoint(Node entry) {
    String text = Outline.plain(entry);
    Matcher weight = WEIGHT.matcher(text);
    return weight.find()
        ? new KeyPoint(text.substring(0, weight.start()), Integer.parseInt(weight.group(1)))
        : new KeyPoint(text, DEFAULT_WEIGHT);
  }

  private static Stream<String> addresses(Node entry) {
    List<String> links = Outline.links(entry).toList();
    return links.isEmpty() ? Stream.of(Outline.plain(entry)) : links.stream();
  }
}
