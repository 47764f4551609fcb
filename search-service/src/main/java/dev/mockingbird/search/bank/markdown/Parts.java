package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where each piece that a question owns goes: by what a person said, by labels, else by containers
/// and options, else by wording; without any of these all of it is the answer.
final class Parts {

  private static final Pattern WRITES =
      Pattern.compile(
          "^(?:write|implement|create|build|how|explain|what is|写|请写|实现|编写|手写|如何|怎么)\\b?.*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OUTPUT =
      Pattern.compile(
          "输出|打印|结果|below|following|下列|下面|以下|如下|logged|printed?|output", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXPLAINS =
      Pattern.compile("^[^\\p{L}\\p{N}]*(?:explanation|解析|思路|详解|说明)", Pattern.CASE_INSENSITIVE);

  /// What a fold is called that holds the answer.
  private static final Pattern OPENS_ANSWER =
      Pattern.compile(
          "answer|solution|show|view|click|reveal|explanation|答案|解答|解析|参考|查看|点击|展开",
          Pattern.CASE_INSENSITIVE);

  /// More characters of text than that, before a fold that is not called an answer, are one.
  private static final int PROSE = 200;

  private static final Pattern BELOW =
      Pattern.compile("below|following|下列|下面|以下|如下|这段|上述", Pattern.CASE_INSENSITIVE);

  private final Choice choice;
  private final Habits habits;
  private final Map<Integer, Fold> summaries;

  Parts(List<Fold> folds, Choice choice, Habits habits) {
    this.summaries = Fold.bySummary(folds);
    this.choice = choice;
    this.habits = habits;
  }

  List<Part> of(RawItem raw) {
    List<Piece> owned = raw.owned();
    if (Habits.goesOnAsking(raw)
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
          Label.of(piece)
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

  /// A container is the answer, and an explanation in it does not make the rest the question.
  private static boolean isReference(Piece piece, RawItem raw) {
    return Label.of(piece).filter(it -> it.part() == Label.Part.REFERENCE).isPresent()
        && !(raw.start().is(Piece.Kind.SUMMARY)
            && EXPLAINS.matcher(Wording.start(piece.said().text())).find());
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
      while (said < owned.size() && inSummary(owned.get(said), raw.start())) {
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
    if (habits.tasks()) {
      return beforeFirstCode(owned);
    }
    if (habits.unanswered() && Task.goesOn(raw)) {
      return owned.size();
    }
    if (habits.unanswered()
        && Task.isSet(raw.title())
        && owned.stream().noneMatch(it -> it.is(Piece.Kind.CODE))) {
      return owned.size();
    }
    return asksAboutCode(raw) ? behindFirstCode(raw) : 0;
  }

  /// What stands behind the summary on its last line is no part of it.
  private boolean inSummary(Piece piece, Piece summary) {
    @Nullable Fold fold = summaries.get(summary.line());
    return fold != null
        && piece.line() <= fold.summary().to()
        && fold.text().contains(piece.markdown());
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
      if (piece.is(Piece.Kind.TEXT) && Label.of(piece).isEmpty()) {
        int end = i + 1;
        while (end < owned.size() && owned.get(end).continued()) {
          end++;
        }
        return end;
      }
    }
    return 0;
  }

  /// The first owned piece inside a fold that the question stands outside of; -1 without any, and
  /// where an answer was written before it.
  private static int answerFold(RawItem raw) {
    if (raw.start().is(Piece.Kind.SUMMARY)) {
      return -1;
    }
    int written = 0;
    for (int i = 0; i < raw.owned().size(); i++) {
      Piece piece = raw.owned().get(i);
      if (piece.is(Piece.Kind.SUMMARY) || piece.fold() >= 0 && piece.fold() != raw.start().fold()) {
        return written < PROSE || OPENS_ANSWER.matcher(piece.said().text()).find() ? i : -1;
      }
      written += piece.is(Piece.Kind.TEXT) ? piece.markdown().length() : 0;
    }
    return -1;
  }

  private boolean asksAboutCode(RawItem raw) {
    boolean onlyCode = raw.owned().stream().allMatch(it -> it.is(Piece.Kind.CODE));
    if (habits.bare() && onlyCode) {
      return true;
    }
    if (onlyCode && raw.owned().size() == 1 && Task.isSolvedByCode(raw.title())) {
      return false;
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
}
