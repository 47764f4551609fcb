package dev.mockingbird.interview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {

  private final Document document = new Document("q1:text", 1);
  private final List<Update> all = new ArrayList<>();

  @Test
  void keepsTheNewestUpdatesAndForgetsTheOldest() {
    type(5 * Document.KEPT);

    assertThat(document.version()).isEqualTo(5 * Document.KEPT);
    assertThat(document.version() - document.oldest()).isBetween(Document.KEPT, 2 * Document.KEPT);
    assertThat(document.since(document.oldest()))
        .isEqualTo(all.subList(document.oldest(), document.version()));
  }

  @Test
  void knowsTheTextOfEveryVersionItKeeps() {
    type(3 * Document.KEPT);

    for (int version : List.of(document.oldest(), document.version() - 1, document.version())) {
      assertThat(document.textAt(version)).isEqualTo(fold(version));
    }
  }

  @Test
  void isWholeAgainAfterARecallAndForgetsLaterOn() {
    type(3 * Document.KEPT);
    document.recall(List.copyOf(all));

    assertThat(document.oldest()).isZero();
    assertThat(document.since(0)).isEqualTo(all);
    assertThat(document.textAt(7)).isEqualTo(fold(7));

    type(Document.KEPT - 1);
    assertThat(document.oldest()).isZero();
    type(1);
    assertThat(document.oldest()).isPositive();
    assertThat(document.text()).isEqualTo(fold(document.version()));
  }

  @Test
  void forgetsLongUpdatesSooner() {
    String paste = "x".repeat(60_000);
    for (int i = 0; i < 40; i++) {
      int length = document.length();
      change(length == 0 ? insert(0, paste, 0) : replace(length, paste));
    }

    assertThat(document.version() - document.oldest()).isLessThan(20);
    assertThat(document.textAt(document.oldest())).isEqualTo(paste);
  }

  @Test
  void isUnchangedByUpdatesOfWhichOneDoesNotFit() {
    type(3);

    assertThatThrownBy(
            () ->
                document.apply(
                    List.of(insert(3, "!", 0), new Update("al", insert(9, "?", 0).changes()))))
        .isInstanceOf(MalformedChangeException.class);

    assertThat(document.text()).isEqualTo(fold(3));
    assertThat(document.version()).isEqualTo(3);
  }

  private void type(int times) {
    for (int i = 0; i < times; i++) {
      change(insert(document.length(), Integer.toString(document.version() % 10), 0));
    }
  }

  private void change(Update update) {
    document.apply(List.of(update));
    all.add(update);
  }

  private static Update insert(int at, String text, int after) {
    ChangeSet.Builder change = new ChangeSet.Builder();
    change.keep(at);
    change.add(0, text);
    change.keep(after);
    return new Update("al", change.build());
  }

  private static Update replace(int length, String text) {
    ChangeSet.Builder change = new ChangeSet.Builder();
    change.add(length, text);
    return new Update("al", change.build());
  }

  private String fold(int version) {
    String text = "";
    for (Update update : all.subList(0, version)) {
      text = update.changes().apply(text);
    }
    return text;
  }
}
