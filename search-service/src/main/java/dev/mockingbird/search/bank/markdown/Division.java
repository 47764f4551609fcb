package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ImportWarning;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Splits what a question owns into body, answer and the rest: by labels, else by containers and
/// options, else by wording; without any of these all of it is the answer.
final class Division {

  private static final int DEFAULT_WEIGHT = 2;
  private static final Pattern WEIGHT =
      Pattern.compile("\\s*[(（]\\s*(?:权重|weight)\\s*([1-3])\\s*[)）]\\s*$");
  private static final Pattern WRITES =
      Pattern.compile(
          "^(?:write|implement|create|build|how|explain|what is|写|请写|实现|编写|手写|如何|怎么)\\b?.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OUTPUT =
      Pattern.compile(
          "输出|打印|结果|below|following|下列|下面|以下|如下|logged|printed?|output", Pattern.CASE_INSENSITIVE);

  private static final Pattern BELOW =
      Pattern.compile("below|following|下列|下面|以下|如下|这段|上述", Pattern.CASE_INSENSITIVE);

  private final Prepared prepared;
  private final Choice choice;
  private final List<ImportWarning> warnings;
  private final LineRoles lineRoles;
  private final Map<Integer, Integer> summaryEnds = new HashMap<>();
  private final boolean bare;
  private final boolean tasks;

  Division(
      Prepared prepared,
      Choice choice,
      List<ImportWarning> warnings,
      LineRoles lineRoles,
      List<RawItem> all) {
    this.bare = bare(all);
    this.tasks = tasks(all);
    this.prepared = prepared;
    for (Fold fold : prepared.folds()) {
      for (int line = fold.summary().from(); line <= fold.summary().to(); line++) {
        summaryEnds.putIfAbsent(line, fold.summary().to());
      }
    }
    this.choice = choice;
    this.warnings = warnings;
    this.lineRoles = lineRoles;
  }

  /// Whether hardly any question of the list has an answer; then code belongs to the question.
  private static boolean bare(List<RawItem> all) {
    long answered =
        all.stream()
            .filter(
                it ->
                    !it.rest().isEmpty()
                        || it.owned().stream().anyMatch(Piece::speaks) && !goesOnAsking(it))
            .count();
    long empty = all.stream().filter(it -> it.owned().isEmpty() && it.rest().isEmpty()).count();
    return answered * 25 <= all.size() && empty * 10 >= all.size() * 6L;
  }

  /// Whether the list sets tasks that code solves: what stands before the code is the task.
  private static boolean tasks(List<RawItem> all) {
    long solved =
        all.stream()
            .filter(it -> !it.owned().isEmpty() && it.owned().getLast().is(Piece.Kind.CODE))
            .count();
    long plain = all.stream().filter(it -> Wording.asksPlainly(it.title())).count();
    return all.size() > 2 && solved * 10 >= all.size() * 8L && plain * 10 <= all.size() * 4L;
  }

  /// What an unanswered question goes on to ask, in entries below it or in quotes.
  private static boolean goesOnAsking(RawItem raw) {
    List<Piece> owned = raw.owned();
    if (owned.isEmpty() || !(raw.start().kind().isEntry() || raw.start().is(Piece.Kind.HEADING))) {
      return false;
    }
    boolean below =
        owned.stream()
            .allMatch(
                it ->
                    it.kind().isEntry()
                            && it.lists() > raw.start().lists()
                            && raw.start().kind().isEntry()
                        || it.quotes() > raw.start().quotes() && it.speaks());
    long asking =
        owned.stream()
            .filter(it -> Wording.asksPlainly(it.said().text()))
            .filter(it -> !it.said().onlyLinks() && label(it).isEmpty())
            .count();
    return below && asking * 10 >= owned.size() * 6L;
  }

  /// Where each owned piece went, in order.
  private record Part(Piece piece, Role role, Label.@Nullable Part label, String inline) {}

  ReadItem split(RawItem raw, String key) {
    List<Part> parts = parts(raw);
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
    if (!hasAnswer(raw, answer, reference)) {
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
        unchecked(markdown(body)),
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
    String below = markdown(answer);
    return raw.rest().isEmpty()
        ? below
        : below.isEmpty() ? raw.rest() : raw.rest() + "\n\n" + below;
  }

  private static boolean hasAnswer(RawItem raw, List<Part> answer, String reference) {
    if (Said.hasWords(raw.rest())) {
      Inline rest = Inline.of(raw.rest());
      return Said.hasWords(rest.unlinked()) && !Wording.isPlaceholder(rest.text());
    }
    boolean says =
        answer.stream()
            .anyMatch(
                it ->
                    switch (it.piece().kind()) {
                      case CODE, ROW -> Said.hasWords(it.piece().markdown());
                      case HTML -> true;
                      case HEADING, BULLET, NUMBER, TEXT, SUMMARY ->
                          it.label() == null
                              ? !it.piece().said().onlyLinks()
                                  && (Said.hasWords(it.piece().said().text())
                                      || it.piece().said().pictures() > 0)
                              : Said.hasWords(it.inline()) && !onlyLinksBehindLabel(it.piece());
                      case COMMENT, RULE -> false;
                    });
    return says && !allPlaceholders(answer);
  }

  /// Behind the label stands nothing but a link, and that says no more than a number.
  private static boolean onlyLinksBehindLabel(Piece piece) {
    String text = piece.said().text();
    String behind = Label.of(text).map(it -> text.substring(it.length()).strip()).orElse(text);
    return piece.said().onlyLinks() && Label.of(piece.said().unlinked()).isEmpty()
        || !piece.said().links().isEmpty()
            && !Said.hasWords(
                Marker.of(behind, Marker.Place.TEXT).map(it -> it.rest(behind)).orElse(behind));
  }

  private static boolean allPlaceholders(List<Part> answer) {
    return answer.stream()
            .filter(it -> it.piece().speaks() && !it.piece().said().onlyLinks())
            .allMatch(
                it ->
                    Chrome.isAround(it.piece().said().text())
                        || Wording.isPlaceholder(
                            it.label() == null ? it.piece().said().text() : it.inline()))
        && answer.stream()
            .noneMatch(
                it ->
                    it.piece().is(Piece.Kind.CODE)
                        || it.piece().is(Piece.Kind.ROW)
                        || it.piece().said().pictures() > 0);
  }

  private List<Part> parts(RawItem raw) {
    List<Piece> owned = raw.owned();
    if (goesOnAsking(raw)
        && owned.stream().noneMatch(it -> choice.roles().containsKey(it.line()))) {
      return owned.stream()
          .map(it -> new Part(it, Role.DETAIL, Label.Part.FOLLOW_UPS, ""))
          .toList();
    }
    int asked = askedUntil(raw);
    List<Part> parts = new ArrayList<>();
    boolean labels = owned.stream().anyMatch(it -> isReference(it, raw));
    Role open = asked > 0 || labels ? Role.BODY : Role.ANSWER;
    Label.@Nullable Part detail = null;
    boolean labelled = false;
    for (int i = 0; i < owned.size(); i++) {
      Piece piece = owned.get(i);
      @Nullable Role told = choice.roles().get(piece.line());
      if (told == Role.BODY || told == Role.ANSWER || told == Role.IGNORED || told == Role.DETAIL) {
        open = told;
        detail = null;
        labelled = true;
        parts.add(new Part(piece, told, null, ""));
        continue;
      }
      if (piece.kind().isEntry() && piece.said().isEmpty()
          || piece.said().style().equals(Marker.LONE)) {
        parts.add(new Part(piece, Role.IGNORED, null, ""));
        continue;
      }
      if (i >= asked && !labelled && !labels) {
        open = Role.ANSWER;
      }
      int at = i;
      Optional<Label> label =
          label(piece)
              .filter(
                  it ->
                      at >= asked
                          || it.part() == Label.Part.ASIDE
                          || it.part() == Label.Part.BODY
                          || it.part() == Label.Part.REFERENCE && it.alone() && it.length() > 2);
      if (label.isPresent()) {
        Label it = label.get();
        String rest =
            piece
                .said()
                .text()
                .substring(Math.min(it.length(), piece.said().text().length()))
                .strip();
        switch (it.part()) {
          case REFERENCE -> {
            open = Role.ANSWER;
            detail = null;
            labelled = true;
            parts.add(new Part(piece, Role.ANSWER, it.part(), rest));
          }
          case BODY -> {
            open = Role.BODY;
            detail = null;
            parts.add(new Part(piece, it.alone() ? Role.IGNORED : Role.BODY, it.part(), rest));
          }
          case ASIDE ->
              parts.add(
                  new Part(
                      piece, labelled ? open : Role.IGNORED, labelled ? null : it.part(), rest));
          case KEY_POINTS, HINTS, RUBRIC, FOLLOW_UPS, SOURCES -> {
            open = Role.DETAIL;
            detail = it.part();
            labelled = true;
            parts.add(new Part(piece, Role.DETAIL, null, rest));
          }
        }
        continue;
      }
      if (piece.is(Piece.Kind.COMMENT)) {
        parts.add(new Part(piece, Role.DETAIL, null, ""));
      } else {
        parts.add(new Part(piece, open, open == Role.DETAIL ? detail : null, ""));
      }
    }
    return parts;
  }

  private static boolean isReference(Piece piece, RawItem raw) {
    return label(piece).filter(it -> it.part() == Label.Part.REFERENCE).isPresent();
  }

  /// Details of a question have to be labelled by a bold paragraph or a heading of their own:
  /// answers speak of sources and hints too.
  private static Optional<Label> label(Piece piece) {
    if (piece.lists() > 2
        || !(piece.is(Piece.Kind.TEXT)
            || piece.is(Piece.Kind.HEADING)
            || piece.kind().isEntry()
            || piece.is(Piece.Kind.SUMMARY))) {
      return Optional.empty();
    }
    return Label.of(piece.said().text())
        .filter(
            it ->
                switch (it.part()) {
                  case REFERENCE, BODY, ASIDE -> true;
                  case KEY_POINTS, HINTS, RUBRIC, FOLLOW_UPS, SOURCES ->
                      it.alone() && piece.said().bold() && piece.is(Piece.Kind.TEXT);
                });
  }

  /// How many of the owned pieces still belong to what is asked.
  private int askedUntil(RawItem raw) {
    List<Piece> owned = raw.owned();
    int options = Options.end(owned);
    if (options > 0) {
      return options;
    }
    if (raw.start().is(Piece.Kind.SUMMARY)) {
      int said = 0;
      int end = summaryEnds.getOrDefault(raw.start().line(), 0);
      while (said < owned.size()
          && owned.get(said).line() < end + 1
          && owned.get(said).line() <= end) {
        said++;
      }
      if (said > 0) {
        return said;
      }
    }
    int fold = answerFold(raw);
    if (fold >= 0) {
      return fold;
    }
    if (raw.titled()) {
      return owned.size();
    }
    if (raw.title().isEmpty()) {
      return firstText(owned);
    }
    if (tasks) {
      return beforeFirstCode(owned);
    }
    if (Wording.endsInColon(raw.title())
        && owned.stream().allMatch(it -> it.kind().isEntry() || it.is(Piece.Kind.TEXT))
        && bare) {
      return owned.size();
    }
    return asksAboutCode(raw) ? behindFirstCode(raw) : 0;
  }

  private static int beforeFirstCode(List<Piece> owned) {
    for (int i = 0; i < owned.size(); i++) {
      if (owned.get(i).is(Piece.Kind.CODE)) {
        return i;
      }
    }
    return 0;
  }

  private static int firstText(List<Piece> owned) {
    for (int i = 0; i < owned.size(); i++) {
      Piece piece = owned.get(i);
      if (piece.is(Piece.Kind.TEXT) && label(piece).isEmpty()) {
        int end = i + 1;
        while (end < owned.size() && owned.get(end).continued()) {
          end++;
        }
        return end;
      }
    }
    return 0;
  }

  /// The first owned piece inside a fold that the question stands outside of.
  private static int answerFold(RawItem raw) {
    for (int i = 0; i < raw.owned().size(); i++) {
      Piece piece = raw.owned().get(i);
      if (piece.is(Piece.Kind.SUMMARY)) {
        return i;
      }
      if (piece.fold() >= 0
          && piece.fold() != raw.start().fold()
          && !raw.start().is(Piece.Kind.SUMMARY)) {
        return i;
      }
    }
    return -1;
  }

  private boolean asksAboutCode(RawItem raw) {
    if (bare && raw.owned().stream().allMatch(it -> it.is(Piece.Kind.CODE))) {
      return true;
    }
    return Wording.endsInColon(raw.title())
        || Wording.pointsBelow(raw.title())
            && (!WRITES.matcher(Wording.start(raw.title())).matches()
                || OUTPUT.matcher(raw.title()).find());
  }

  /// Code may have a line in front only where the question says that something follows.
  private static int behindFirstCode(RawItem raw) {
    List<Piece> owned = raw.owned();
    boolean announced =
        Wording.endsInColon(raw.title()) || BELOW.matcher(Wording.start(raw.title())).find();
    for (int i = 0; i < owned.size() && i < 4; i++) {
      Piece piece = owned.get(i);
      if (piece.is(Piece.Kind.CODE)) {
        return raw.start().is(Piece.Kind.SUMMARY) && !announced ? 0 : i + 1;
      }
      if (!announced
          || !piece.is(Piece.Kind.TEXT)
          || piece.quotes() > 0
          || Wording.start(piece.markdown()).length() > 120) {
        return 0;
      }
    }
    return 0;
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
        ? new KeyPoint(text.substring(0, weight.start()), Integer.parseInt(weight.group(1)))
        : new KeyPoint(text, DEFAULT_WEIGHT);
  }

  private static Stream<String> addresses(Piece entry) {
    return entry.said().links().isEmpty()
        ? Stream.of(entry.said().text())
        : entry.said().links().stream();
  }

  private List<Lines> answerLines(RawItem raw, List<Part> answer, String reference) {
    List<Lines> lines = new ArrayList<>();
    if (!raw.rest().isEmpty() && !reference.isEmpty()) {
      lines.add(raw.titleLines());
    }
    for (Part part : answer) {
      Lines next = part.piece().lines();
      if (!lines.isEmpty() && onlyBlank(lines.getLast().to() + 1, next.from() - 1)) {
        lines.add(lines.removeLast().upTo(next));
      } else {
        lines.add(next);
      }
    }
    return lines;
  }

  private boolean onlyBlank(int from, int to) {
    for (int line = from; line <= to; line++) {
      if (!prepared.lines().get(line - 1).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /// Neighbours are sliced as one, with the empty lines between them.
  private String markdown(List<Part> parts) {
    List<Lines> runs = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Part part : parts) {
      Piece piece = part.piece();
      if (part.label() == Label.Part.REFERENCE || part.label() == Label.Part.BODY) {
        flush(runs, texts);
        if (!part.inline().isEmpty()) {
          texts.add(part.inline());
        }
        continue;
      }
      if (prepared.lines().get(piece.line() - 1).isBlank()) {
        flush(runs, texts);
        texts.add(piece.markdown());
        continue;
      }
      if (!runs.isEmpty() && onlyBlank(runs.getLast().to() + 1, piece.lines().from() - 1)) {
        runs.add(runs.removeLast().upTo(piece.lines()));
      } else {
        runs.add(piece.lines());
      }
    }
    flush(runs, texts);
    return texts.stream().filter(it -> !it.isBlank()).collect(Collectors.joining("\n\n"));
  }

  private void flush(List<Lines> runs, List<String> texts) {
    for (int i = 0; i < runs.size(); i++) {
      texts.add(Slice.of(prepared.lines(), runs.get(i)));
    }
    runs.clear();
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
          dev.mockingbird.search.bank.reading.Reason.of(
              unanswered
                  ? "ignored.placeholder"
                  : "part." + part.role().name().toLowerCase(java.util.Locale.ROOT)));
    }
  }
}
