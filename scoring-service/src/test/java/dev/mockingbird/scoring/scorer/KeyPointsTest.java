package dev.mockingbird.scoring.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.KeyPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPointsTest {

  @Test
  void takesListItemsWithoutTheirMarks() {
    assertThat(texts("There are two:\n\n- **RDB** makes snapshots\n- `AOF` appends\n1. Mixed mode"))
        .containsExactly("RDB makes snapshots", "AOF appends", "Mixed mode");
  }

  @Test
  void splitsSentencesInBothLanguages() {
    assertThat(texts("It is fast. It uses 3.5 MB of memory! 它很快。也很小；"))
        .containsExactly("It is fast.", "It uses 3.5 MB of memory!", "它很快。", "也很小；");
  }

  @Test
  void splitsEnumerationsInsideALine() {
    assertThat(texts("顺序表：①元素连续存放；②不需要指针；")).containsExactly("元素连续存放；", "不需要指针；");
  }

  @Test
  void leavesCodeOutAndKeepsLinkTexts() {
    assertThat(texts("See [the manual](https://example.org) for it.\n```\nint x = 1;\n```\n"))
        .containsExactly("See the manual for it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A process has its own address space, while threads share that of their process."
            + " | A process has its own address space | threads share that of their process.",
        "TCP is connection-oriented and guarantees delivery, whereas UDP has no connection setup."
            + " | TCP is connection-oriented and guarantees delivery | UDP has no connection setup.",
        "A clustered index stores the rows in order, and a table can have only one clustered index."
            + " | A clustered index stores the rows in order"
            + " | a table can have only one clustered index.",
        "进程是资源分配的基本单位，线程是 CPU 调度的基本单位。 | 进程是资源分配的基本单位 | 线程是 CPU 调度的基本单位。",
        "TCP 面向连接，保证可靠传输，UDP 无连接，不保证可靠，但是速度更快。" + " | TCP 面向连接，保证可靠传输 | UDP 无连接，不保证可靠，但是速度更快。",
        "每次提交都会把 redo 日志写入磁盘，数据页则由后台线程稍后写回，崩溃后靠日志恢复。"
            + " | 每次提交都会把 redo 日志写入磁盘 | 数据页则由后台线程稍后写回，崩溃后靠日志恢复。",
        "数组支持按下标随机访问，而链表只能从头开始查找。 | 数组支持按下标随机访问 | 链表只能从头开始查找。",
      })
  void splitsASentenceWhereAClauseNamesWhatItSpeaksOf(String sentence, String one, String other) {
    assertThat(texts(sentence)).containsExactly(one, other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RDB is compact and fast to restore, but it loses the last writes.",
        "If the file is larger than its threshold, the log is rewritten, and the old file is deleted.",
        "With two, the server could not know that its number arrived, and an old SYN could open one.",
        "It stores the owner, the size, and the file names of the entries.",
        "The client sends a SYN, the server answers it, and the client sends an ACK.",
        "带参数的装饰器要多一层：先用参数调用工厂函数得到真正的装饰器，再由它接收函数。",
        "四个必要条件：互斥、占有且等待、不可抢占、循环等待，缺少其中任何一个都不会发生死锁。",
        "如果缓存没有命中，请求会打到数据库，数据库压力会变大。",
        "链表的存储空间不连续，不支持随机访问，最坏情况为 O(n)。"
      })
  void leavesClausesTogetherThatCannotBeReadAlone(String sentence) {
    assertThat(texts(sentence)).containsExactly(sentence);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(texts(" \n - \n")).isEmpty();
  }

  private static List<String> texts(String reference) {
    return KeyPoints.of(reference).stream().map(KeyPoint::text).toList();
  }
}
