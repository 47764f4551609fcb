package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.reading.Role;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was understood of an upload, why, and what applying it would do.
///
/// @param generation what it was decided upon: applying it names it
/// @param sure nobody needs to be asked which blocks are the questions
/// @param left files that were not read
/// @param missing questions that the list held before and does not hold now
record Preview(
    long generation,
    String source,
    String sha256,
    double confidence,
    boolean sure,
    List<File> files,
    List<Left> left,
    List<Item> items,
    List<Missing> missing,
    List<Warning> warnings,
    Counts counts) {

  /// Questions of the bank whose reference it shows.
  List<String> references() {
    return items.stream()
        .filter(it -> it.before() != null && !it.before().reference().isBlank())
        .flatMap(it -> Stream.ofNullable(it.id()))
        .distinct()
        .toList();
  }

  record File(
      String name,
      String format,
      String encoding,
      String shape,
      List<Shape> shapes,
      double confidence,
      List<String> because,
      List<String> lines,
      List<Mark> marks) {}

  record Shape(String shape, int line, String example, int blocks) {}

  record Mark(int from, int to, Role role, @Nullable String item, String because) {}

  record Left(String name, String because) {}

  /// @param sentences how many of its title's sentences ask: from 2 on it can be split
  /// @param before what the bank has, where that is something else
  record Item(
      String key,
      String file,
      int line,
      String kind,
      List<String> section,
      String title,
      String body,
      String reference,
      List<KeyPoint> keyPoints,
      List<String> hints,
      List<String> rubric,
      List<String> followUps,
      List<String> sources,
      List<String> topics,
      List<String> tags,
      Language language,
      Difficulty difficulty,
      int minutes,
      List<List<Integer>> answerLines,
      String because,
      String outcome,
      boolean included,
      @Nullable String id,
      @Nullable Before before,
      int sentences,
      List<Similar> similar) {}

  record Before(String title, String body, String reference) {}

  /// @param key of another item of the upload
  record Similar(String key, String title, double similarity) {}

  record Missing(String id, String title, String topic) {}

  record Warning(String file, int line, String code, String message, String fix) {}
}
