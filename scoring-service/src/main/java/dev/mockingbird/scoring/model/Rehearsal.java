package dev.mockingbird.scoring.model;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.AlignmentScorer;
import dev.mockingbird.scoring.scorer.Submission;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers that nobody gave, scored before the first that somebody does: the very first one takes a
/// service many times as long as those that follow.
final class Rehearsal {

  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);
  private static final int TIMES = 5;

  static final List<Submission> ANSWERS =
      List.of(
          new Submission(
              "What does an index of a database cost?",
              List.of(
                  "Every write has to update it, and it takes space on disk."
                      + " Queries that read few rows become faster."),
              List.of(),
              "It isn't free: each write becomes slower, because the index has to be updated as"
                  + " well. Reads of 10 rows no longer go through the whole table.",
              Language.ENGLISH),
          new Submission(
              "数据库的索引有什么代价？",
              List.of("每次写入都要更新索引，索引也要占用磁盘空间。只读取少量行的查询会变快。"),
              List.of(),
              "索引不是免费的：每次写入都要同时更新索引，所以写入会变慢。读取 10 行不用再扫描整张表。",
              Language.CHINESE));

  private Rehearsal() {}

  static void of(AlignmentScorer scorer) {
    try {
      for (int i = 0; i < TIMES; i++) {
        ANSWERS.forEach(scorer::assess);
      }
    } catch (RuntimeException e) {
      log.warn("The first answer will take longer", e);
    }
  }
}
