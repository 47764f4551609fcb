package dev.mockingbird.search.bank.markdown;

import java.util.List;

/// What the questions of one list have in common.
///
/// @param bare hardly any has an answer; then code belongs to the question
/// @param tasks code solves them; what stands before the code is the task
/// @param unanswered few have an answer; then what a question announces belongs to it
record Habits(boolean bare, boolean tasks, boolean unanswered) {

  static Habits of(List<RawItem> all) {
    return new Habits(bare(all), tasks(all), unanswered(all));
  }

  /// Whether hardly any question of the list has an answer; then code belongs to the question.
  private static boolean bare(List<RawItem> all) {
    long answered = all.stream().filter(Habits::hasContent).count();
    return answered * 25 <= all.size() && empty(all) * 10 >= all.size() * 6L;
  }

  private static boolean unanswered(List<RawItem> all) {
    long answered = all.stream().filter(it -> hasContent(it) && !Task.goesOn(it)).count();
    return answered * 5 <= all.size() && empty(all) * 2 >= all.size();
  }

  private static long empty(List<RawItem> all) {
    return all.stream().filter(it -> it.owned().isEmpty() && it.rest().isEmpty()).count();
  }

  private static boolean hasContent(RawItem raw) {
    return !raw.rest().isEmpty()
        || raw.owned().stream().anyMatch(owned -> owned.speaks() || owned.saysInHtml())
            && !goesOnAsking(raw);
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
  static boolean goesOnAsking(RawItem raw) {
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
            .filter(it -> !it.said().onlyLinks() && Label.of(it).isEmpty())
            .count();
    return below && asking * 10 >= owned.size() * 6L;
  }
}
