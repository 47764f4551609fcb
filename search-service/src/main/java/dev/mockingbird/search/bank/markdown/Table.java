package dev.mockingbird.search.bank.markdown;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Which column of a table asks, and which answers.
final class Table {

  private static final Pattern QUESTION =
      Pattern.compile("question|questions|problem|面试题|题目|问题|试题|题干|内容");
  private static final Pattern ANSWER =
      Pattern.compile("answers?|reference answer|solutions?|答案|参考答案|回答|解答|解析|要点");
  private static final Pattern TOPIC = Pattern.compile("topic|category|section|主题|分类|类别|类型|知识点|模块");

  /// Nobody looks for the questions in a column further right.
  private static final int MOST_COLUMNS = 30;

  private Table() {}

  static List<String> cells(Piece row) {
    return List.of(row.markdown().split("\n", -1));
  }

  static OptionalInt questionColumn(List<Piece> pieces, int head) {
    OptionalInt named = named(pieces.get(head), QUESTION);
    return named.isPresent() ? named : askingColumn(pieces, head);
  }

  static OptionalInt answerColumn(List<Piece> pieces, int head) {
    return named(pieces.get(head), ANSWER);
  }

  static OptionalInt topicColumn(List<Piece> pieces, int head) {
    return named(pieces.get(head), TOPIC);
  }

  private static OptionalInt named(Piece head, Pattern name) {
    List<String> cells = cells(head);
    return IntStream.range(0, Math.min(MOST_COLUMNS, cells.size()))
        .filter(
            i ->
                name.matcher(Inline.of(cells.get(i)).text().toLowerCase(Locale.ROOT).strip())
                    .matches())
        .findFirst();
  }

  private static OptionalInt askingColumn(List<Piece> pieces, int head) {
    int[] asking = new int[MOST_COLUMNS];
    int rows = 0;
    for (int i = head + 1;
        i < pieces.size() && pieces.get(i).is(Piece.Kind.ROW) && pieces.get(i).level() == 0;
        i++) {
      List<String> cells = cells(pieces.get(i));
      rows++;
      for (int column = 0; column < cells.size() && column < MOST_COLUMNS; column++) {
        asking[column] += Wording.asksPlainly(cells.get(column)) ? 1 : 0;
      }
    }
    int least = rows == 0 ? 1 : rows * 6;
    return IntStream.range(0, MOST_COLUMNS).filter(it -> asking[it] * 10 >= least).findFirst();
  }
}
