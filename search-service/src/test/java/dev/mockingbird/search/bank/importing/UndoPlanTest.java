package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UndoPlanTest {

  private static final String FIRST = "## 并发\n\n1. 什么是锁？\n\n   互斥。\n2. 什么是闩？\n";
  private static final String SECOND = FIRST.replace("互斥。", "互斥与可见性。") + "3. 什么是栅栏？\n";

  private final PaperBank bank = new PaperBank();

  @Test
  void restoresWhatWasAndRetiresWhatWasAdded() {
    bank.apply(FIRST);
    bank.apply(SECOND);

    UndoPlan undo = bank.undo(bank.lastBatch());

    assertThat(undo.restored()).hasSize(1);
    assertThat(undo.retired()).hasSize(1);
    assertThat(undo.kept()).isEmpty();
    assertThat(bank.titles()).containsExactly("什么是锁？", "什么是闩？");
    assertThat(bank.current(bank.id("什么是锁？")).staff().reference()).isEqualTo("互斥。");
  }

  @Test
  void keepsWhatWasEditedSince() {
    bank.apply(FIRST);
    bank.apply(SECOND);
    String id = bank.id("什么是锁？");
    bank.answer(id, "后来改的。");

    UndoPlan undo = bank.undo(bank.lastBatch());

    assertThat(undo.kept()).extracting(it -> it.content().id()).containsExactly(id);
    assertThat(bank.current(id).staff().reference()).isEqualTo("后来改的。");
  }

  @Test
  void bringsBackWhatTheImportRetired() {
    bank.apply(FIRST);
    String id = bank.id("什么是闩？");
    bank.apply(PaperBank.request(Map.of(), id), FIRST.replace("2. 什么是闩？\n", ""));
    assertThat(bank.titles()).hasSize(1);

    bank.undo(bank.lastBatch());

    assertThat(bank.titles()).hasSize(2);
  }

  @Test
  void theListMayBeImportedAgainAndHasTheSameEffect() {
    bank.apply(FIRST);
    bank.apply(SECOND);
    bank.undo(bank.lastBatch());

    ImportPlan again = bank.apply(SECOND);

    assertThat(again.published(Outcome.ADDED)).hasSize(1);
    assertThat(again.published(Outcome.CHANGED)).hasSize(1);
    assertThat(bank.titles()).hasSize(3);
  }

  @Test
  void doesTheSameHoweverOftenItIsDecidedBeforeItTookEffect() {
    bank.apply(FIRST);
    var questions = bank.imports().all().getFirst().event();

    assertThat(bank.undo(questions.batch()).basis()).isNotEmpty();
    assertThat(bank.titles()).isEmpty();
    assertThat(bank.apply(FIRST).published(Outcome.ADDED)).hasSize(2);
  }

  @Test
  void takesOutAllThatTwoImportsBroughtInWhateverOrder() {
    for (int first : new int[] {0, 1}) {
      PaperBank fresh = new PaperBank();
      fresh.apply(FIRST);
      fresh.apply(SECOND);
      List<String> batches = fresh.imports().all().stream().map(it -> it.event().batch()).toList();

      fresh.undo(batches.get(first));
      UndoPlan second = fresh.undo(batches.get(1 - first));

      assertThat(second.kept()).as("%s", first).isEmpty();
      assertThat(fresh.titles()).as("%s", first).isEmpty();
    }
  }

  @Test
  void goesBackBehindAnImportThatWasTakenBackItself() {
    bank.apply(FIRST);
    bank.apply(SECOND);
    String second = bank.lastBatch();
    bank.apply(FIRST.replace("互斥。", "互斥、可见性与顺序。"));

    UndoPlan between = bank.undo(second);
    bank.undo(bank.lastBatch());

    assertThat(between.kept()).hasSize(1);
    assertThat(bank.current(bank.id("什么是锁？")).staff().reference()).isEqualTo("互斥。");
  }

  @Test
  void leavesToTheListWhatItRestored() {
    bank.apply(FIRST);
    bank.apply("## 并发\n\n1. 什么是锁？\n2. 什么是闩？\n");
    String moved = "## 系统\n\n1. 什么是锁？\n2. 什么是闩？\n";
    bank.apply(moved);
    bank.undo(bank.lastBatch());

    ImportPlan again = bank.apply(moved);

    assertThat(again.published(Outcome.CHANGED)).hasSize(2);
    assertThat(bank.current(bank.id("什么是锁？")).content().topic()).isEqualTo("系统");
  }

  @Test
  void leavesToPeopleWhatItRestoredOfTheirs() {
    bank.apply(FIRST);
    String id = bank.id("什么是锁？");
    bank.answer(id, "一次只有一个。");
    ItemChoice take = new ItemChoice(null, null, null, ItemChoice.Conflict.TAKE_FILE, null);
    bank.apply(PaperBank.request(Map.of("list.md#3", take)), SECOND);
    bank.undo(bank.lastBatch());

    assertThat(bank.current(id).staff().reference()).isEqualTo("一次只有一个。");
    assertThat(bank.preview(SECOND).count(Outcome.CONFLICT)).isEqualTo(1);
  }
}
