package dev.mockingbird.scoring.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherLanguageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HashMap 不是线程安全的，ConcurrentHashMap 用锁和 CAS",
        "Die HashMap ist nicht threadsicher, die andere schon.",
        "Le verrou est pris par un seul thread et pas par les autres.",
        "El índice es un árbol que el motor recorre por la clave.",
        "マップはスレッドセーフではありません。ロックを使います。",
        "Первый не потокобезопасен, второй использует блокировки.",
        "해시맵은 스레드에 안전하지 않습니다."
      })
  void isNotEnglish(String answer) {
    assertThat(OtherLanguage.is(answer, Language.ENGLISH)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HashMap is not thread-safe.",
        "Use a lock (锁) or CAS.",
        "Threads die; a con is the cost",
        "O(log n), with Θ(n) in the worst case, α = β",
        "push, pop",
        "It locks the map. Первый второй третий четвёртый пятый шестой"
      })
  void isEnglish(String answer) {
    assertThat(OtherLanguage.is(answer, Language.ENGLISH)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HashMap is not thread-safe.",
        "The leader handles writes.",
        "Die HashMap ist nicht threadsicher.",
        "マップはスレッドセーフではありません。ロックを使います。"
      })
  void isNotChinese(String answer) {
    assertThat(OtherLanguage.is(answer, Language.CHINESE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HashMap 不是线程安全的，ConcurrentHashMap 是 thread safe",
        "synchronized, volatile, CAS",
        "select a.id from a where a.x is not null and b in (1, 2)",
        "for (int i = 0; i < n; i++) sum += a[i];",
        "O(n log n)",
        "用锁保护整张表。Первый второй третий четвёртый пятый шестой",
        "TCP"
      })
  void isChineseOrBelongsToAll(String answer) {
    assertThat(OtherLanguage.is(answer, Language.CHINESE)).isFalse();
  }
}
