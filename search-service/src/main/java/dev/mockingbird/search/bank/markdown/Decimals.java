package dev.mockingbird.search.bank.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers of several parts in front of questions and topics, such as `1.1` or `7-1-11`. One of
/// them alone may be a version or a value; where they count on they are marks.
final class Decimals {

  /// How a mark of several numbers is written.
  static final String STYLE = "1.1";

  private static final Pattern NUMBER =
      Pattern.compile(
          "^(\\d{1,3}(?:[.-]\\d{1,3}){1,3})(?:[.、:：)）]?\\s++(?=\\S)|[、:：)）]?(?=\\p{IsHan}))");
  private static final Pattern VALUE =
      Pattern.compile(
          "^(?:倍|版|新特性|之前|之后|以前|以后|以上|以下|[和与到至的年月日号分秒个位元万亿]|px|em|rem|m?s\\b|x\\b|[kmgt]b?\\b|vs\\b|versus\\b|to\\b|and\\b|or\\b|version|support|rule|relation|mapping|[^\\p{L}\\p{N}\\s\"'“‘《【(（\\[`<*])",
          Pattern.CASE_INSENSITIVE);

  private Decimals() {}

  /// Takes them off where they count on.
  static void takeOff(List<Piece> pieces) {
    List<Integer> marked = new ArrayList<>();
    int counting = 0;
    int[] before = {};
    for (int i = 0; i < pieces.size(); i++) {
      Matcher number = NUMBER.matcher(Wording.start(pieces.get(i).said().text()));
      if (!number.find() || !mayCount(pieces.get(i), number)) {
        continue;
      }
      int[] parts =
          Arrays.stream(number.group(1).split("[.-]")).mapToInt(Integer::parseInt).toArray();
      if (Arrays.stream(parts).allMatch(it -> it > 0)) {
        counting += marked.isEmpty() || countsOn(before, parts) ? 1 : 0;
        marked.add(i);
        before = parts;
      }
    }
    if (marked.size() > 1 && counting * 10 >= marked.size() * 8) {
      marked.forEach(i -> pieces.set(i, pieces.get(i).saying(without(pieces.get(i)))));
    }
  }

  private static boolean mayCount(Piece piece, Matcher number) {
    String behind = Wording.start(piece.said().text()).substring(number.end());
    return piece.said().style().isEmpty() && !VALUE.matcher(behind).find();
  }

  private static boolean countsOn(int[] before, int[] parts) {
    return parts[parts.length - 1] == 1 || Arrays.compare(before, parts) < 0;
  }

  /// Entries count by their last number; headings may divide an answer with it.
  private static Said without(Piece piece) {
    Said said = piece.said();
    return new Said(
        rest(said.text()),
        piece.kind().isEntry() ? Integer.valueOf(last(said.text())) : said.number(),
        STYLE,
        said.bold(),
        rest(said.opening()),
        rest(said.unlinked()),
        said.links(),
        said.pictures());
  }

  private static int last(String text) {
    Matcher number = NUMBER.matcher(text);
    String all = number.find() ? number.group(1).replace('-', '.') : "0";
    return Integer.parseInt(all.substring(all.lastIndexOf('.') + 1));
  }

  static String rest(String text) {
    return NUMBER.matcher(text).replaceFirst("");
  }
}
