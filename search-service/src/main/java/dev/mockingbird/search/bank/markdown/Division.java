package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reason;
import dev.mockingbird.search.bank.reading.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes an item of a question and what it owns: body, answer and the details that are labelled.
final class Division {

  private static final int DEFAULT_WEIGHT = 2;
  private static final Pattern WEIGHT =
      Pattern.compile("[(（]\\s*+(?:权重|weight)\\s*+([1-3])\\s*+[)）]\\s*+$");

  private final Parts parts;
  private final Cut cut;
  private final Choice choice;
  private final List<ImportWarning> warnings;
  private final LineRoles lineRoles;

  Division(
      Prepared prepared,
      Choice choice,
      List<ImportWarning> warnings,
      LineRoles lineRoles,
      List<RawItem> all) {
    this.parts = new Parts(prepared.folds(), choice, Habits.of(all));
    this.cut = new Cut(prepared);
    this.choice = choice;
    this.warnings = warnings;
    this.lineRoles = lineRoles;
  }

  ReadItem split(RawItem raw, String key) {
    List<Part> parts = this.parts.of(raw);
    Language spoken = Wording.isChinese(raw.title()) ? Language.CHINESE : choice.language();
    Metadata metadata = metadata(raw, spoken);
    boolean untitled = raw.title().isEmpty();
    List<Part> body = parts.stream().filter(it -> it.role() == Role.BODY).toList();
    List<Part> answer = parts.stream().filter(it -> it.role() == Role.ANSWER).toList();
    String title = raw.title();
    int line = raw.start().line();
    if (untitled && !body.isEmpty()) {
      title = body.getFirst().piece().said().text();
      line = body.getFirst().piece().line();
      body = body.subList(1, body.size());
    }
    String reference = reference(raw, answer);
    List<String> sources =
        new ArrayList<>(labelled(parts, Label.Part.SOURCES).flatMap(Division::addresses).toList());
    if (!Answered.by(raw, answer)) {
      answer.stream().flatMap(it -> it.piece().said().links().stream()).forEach(sources::add);
      if (raw.start().said().onlyLinks() && !raw.start().said().pointsInside()) {
        sources.addAll(raw.start().said().links());
      }
      answer = parts.stream().filter(it -> Options.checked(it.piece())).toList();
      reference =
          answer.stream().map(it -> it.piece().said().text()).collect(Collectors.joining("\n"));
    }
    boolean unanswered = answer.isEmpty();
    warnings.addAll(EmptyEntries.in(raw, unanswered));
    List<Lines> answerLines = answerLines(raw, answer, reference);
    mark(raw, key, parts, answer);
    return new ReadItem(
        key,
        line,
        ReadItem.Kind.QUESTION,
        raw.section(),
        title,
        unchecked(cut.markdown(body)),
        new StaffMaterial(
            reference,
            labelled(parts, Label.Part.KEY_POINTS).map(Division::keyPoint).toList(),
            texts(parts, Label.Part.HINTS),
            sources,
            texts(parts, Label.Part.RUBRIC),
            texts(parts, Label.Part.FOLLOW_UPS)),
        metadata,
        List.of(),
        answerLines,
        raw.reason());
  }

  private String reference(RawItem raw, List<Part> answer) {
    String below = cut.markdown(answer);
    return raw.rest().isEmpty()
        ? below
        : below.isEmpty() ? raw.rest() : raw.rest() + "\n\n" + below;
  }

  private List<Lines> answerLines(RawItem raw, List<Part> answer, String reference) {
    boolean inline = !raw.rest().isEmpty() && !reference.isEmpty();
    return inline
        ? Stream.concat(Stream.of(raw.titleLines()), cut.lines(answer).stream()).toList()
        : cut.lines(answer);
  }

  private Metadata metadata(RawItem raw, Language spoken) {
    Metadata metadata = Metadata.none(spoken);
    for (Piece piece : raw.owned()) {
      if (piece.is(Piece.Kind.COMMENT)) {
        Optional<Metadata> parsed = Metadata.parse(piece.markdown().strip(), spoken);
        if (parsed.isEmpty()) {
          warnings.add(ImportWarning.of(piece.line(), ImportWarning.Code.METADATA_IGNORED));
        }
        metadata = parsed.orElse(metadata);
      }
    }
    return metadata;
  }

  private static Stream<Piece> labelled(List<Part> parts, Label.Part label) {
    return parts.stream()
        .filter(it -> it.role() == Role.DETAIL && it.label() == label)
        .map(Part::piece)
        .filter(it -> Said.hasWords(it.said().text()));
  }

  private static List<String> texts(List<Part> parts, Label.Part label) {
    return labelled(parts, label).map(it -> it.said().text()).toList();
  }

  private static KeyPoint keyPoint(Piece entry) {
    String text = entry.said().text();
    Matcher weight = WEIGHT.matcher(text);
    return weight.find()
        ? new KeyPoint(text.substring(0, weight.start()).strip(), Integer.parseInt(weight.group(1)))
        : new KeyPoint(text, DEFAULT_WEIGHT);
  }

  private static Stream<String> addresses(Piece entry) {
    return entry.said().links().isEmpty()
        ? Stream.of(entry.said().text())
        : entry.said().links().stream();
  }

  private static String unchecked(String body) {
    return body.replaceAll("(?m)^([ \t]*[-*+] )\\[[xX]]", "$1[ ]");
  }

  private void mark(RawItem raw, String key, List<Part> parts, List<Part> answer) {
    lineRoles.mark(raw.titleLines(), Role.QUESTION, key, raw.reason());
    for (Part part : parts) {
      boolean unanswered = part.role() == Role.ANSWER && answer.isEmpty();
      lineRoles.mark(
          part.piece().lines(),
          unanswered ? Role.IGNORED : part.role(),
          key,
          Reason.of(
              unanswered
                  ? "ignored.placeholder"
                  : "part." + part.role().name().toLowerCase(Locale.ROOT)));
    }
  }
}
