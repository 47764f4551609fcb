package dev.mockingbird.search.bank.markdown;

import java.util.List;
import java.util.regex.Pattern;

/// The answers that a choice question offers: task lists, or entries and lines lettered from A on.
final class Options {

  private static final Pattern LETTERED =
      Pattern.compile("^\\s*[(（]?[A-Ha-h]\\s{0,2}(?:[.、:：)）．]|\\s(?=\\S)).*");
  private static final Pattern FIRST = Pattern.compile("^\\s*[(（]?[Aa]\\s{0,2}[.、:：)）．].*");
  private static final Pattern ALL_ON_A_LINE =
      Pattern.compile("^\\s*[(（]?[Aa]\\s?[.、:：)）．].{1,120}?[Bb]\\s?[.、:：)）．].*");
  private static final Pattern BOX = Pattern.compile("^\\s*\\[[ xX]].*");
  private static final Pattern CHECKED = Pattern.compile("^\\s*\\[[xX]].*");

  private Options() {}

  /// Index behind the last option in what a question owns; 0 when it offers none. Options stand in
  /// sequence; points with text between them are prose.
  static int end(List<Piece> owned) {
    int letters = 0;
    int end = 0;
    int length = 0;
    for (int i = 0; i < owned.size(); i++) {
      Piece piece = owned.get(i);
      if (!piece.is(Piece.Kind.TEXT) && !piece.kind().isEntry()) {
        continue;
      }
      if (piece.quotes() > 0 || piece.fold() >= 0) {
        break;
      }
      boolean goesOn =
          letters > 0
              && piece.continued()
              && (Titles.broken(owned.get(i - 1), piece)
                  || Wording.asksPlainly(piece.said().text()));
      int options = options(piece, letters > 0);
      if (options > 0 || goesOn) {
        letters += options;
        end = i + 1;
        length += piece.markdown().length();
      } else if (letters >= 2 || Label.of(piece.said().text()).isPresent()) {
        break;
      } else {
        letters = 0;
        end = 0;
        length = 0;
      }
    }
    boolean prose = letters > 0 && length / letters > 90 && end == owned.size();
    return letters >= 2 && !prose ? behindCode(owned, end) : 0;
  }

  /// How many options a line offers.
  private static int options(Piece piece, boolean next) {
    String text = Wording.start(piece.markdown().strip());
    if (ALL_ON_A_LINE.matcher(text).matches()) {
      return 2;
    }
    return BOX.matcher(text).matches() || (next ? LETTERED : FIRST).matcher(bare(text)).matches()
        ? 1
        : 0;
  }

  /// The text of an option may be a fence below its letter.
  private static int behindCode(List<Piece> owned, int end) {
    int behind = end;
    while (behind < owned.size()
        && owned.get(behind).is(Piece.Kind.CODE)
        && owned.get(behind).lists() > 0) {
      behind++;
    }
    return behind;
  }

  static boolean checked(Piece piece) {
    return piece.kind().isEntry() && CHECKED.matcher(Wording.start(piece.markdown())).matches();
  }

  private static String bare(String text) {
    return text.replaceFirst("^\\**", "");
  }
}
