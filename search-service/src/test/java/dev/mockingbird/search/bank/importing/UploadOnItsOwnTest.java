package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an upload says twice, what is left out, or no question.
class UploadOnItsOwnTest {

  private final PaperBank bank = new PaperBank();

  @Test
  void makesOneQuestionOfTheSameWordsAndUnitesTheirTopics() {
    ImportPlan plan = bank.apply("## 并发\n\n1. 什么是锁？\n\n## 系统\n\n9. 什么是 锁\n\n   互斥。\n");

    assertThat(outcomes(plan)).containsExactly(Outcome.ADDED, Outcome.DUPLICATE);
    var question = bank.current(plan.ids().getFirst());
    assertThat(question.content().topic()).isEqualTo("并发");
    assertThat(question.filing().furtherTopics()).containsExactly("系统");
    assertThat(question.staff().reference()).isEqualTo("互斥。");
    assertThat(codes(plan)).containsExactly("duplicate-question");
  }

  @Test
  void keepsTheFirstOfTwoAnswersAndSaysSo() {
    ImportPlan plan = bank.apply("## 并发\n\n1. 什么是锁？\n\n   互斥。\n\n## 系统\n\n1. 什么是锁？\n\n   门。\n");

    assertThat(bank.current(plan.ids().getFirst()).staff().reference()).isEqualTo("互斥。");
    assertThat(codes(plan)).containsExactly("duplicate-question", "duplicate-answered-otherwise");
  }

  @Test
  void changesNothingWhenSectionsWithTheSameQuestionsChangePlaces() {
    String one = "## 并发\n\n1. 什么是锁？\n\n   互斥。\n2. 什么是闩？\n\n";
    String other = "## 系统\n\n1. 什么是锁？\n\n   门。\n2. 什么是页？\n\n";
    bank.apply(one + other);

    ImportPlan moved = bank.preview(other + one);

    assertThat(moved.effects()).isEmpty();
    assertThat(moved.missing()).isEmpty();
  }

  @Test
  void tellsTheSameSentenceAskedOfOtherCodeApart() {
    String list =
        """
        # T

        ## What does it print?

        ```js
        print(%s)
        ```

        **Answer**

        It.

        """;

    ImportPlan plan = bank.preview(list.formatted("a") + list.formatted("A"));

    assertThat(outcomes(plan)).containsExactly(Outcome.ADDED, Outcome.ADDED);
    assertThat(plan.ids()).doesNotHaveDuplicates();
  }

  @Test
  void keepsThePlaceOfWhatIsLeftOut() {
    String list =
        """
        ## T

        ### 什么是锁？
        <!-- key: lock -->

        互斥。

        ### 闩的作用是什么？

        等待。
        """;
    bank.apply(list);
    ItemChoice out = new ItemChoice(false, null, null, null, null);
    String edited = list.replace("什么是锁？", "锁是什么？").replace("闩的作用", "门闩的作用");

    ImportPlan plan =
        bank.apply(PaperBank.request(Map.of("list.md#3", out, "list.md#8", out)), edited);

    assertThat(outcomes(plan)).containsOnly(Outcome.LEFT);
    assertThat(plan.missing()).isEmpty();
    assertThat(plan.ids()).hasSize(2);
  }

  @Test
  void leavesOutWhatAPersonLeavesOutButDoesNotCallItMissing() {
    String list = "## T\n\n1. 什么是锁？\n2. 什么是闩？\n";
    bank.apply(list);
    ItemChoice out = new ItemChoice(false, null, null, null, null);

    ImportPlan plan =
        bank.preview(
            PaperBank.request(Map.of("list.md#3", out)), list.replace("锁？", "锁？\n\n   互斥。"));

    assertThat(outcomes(plan)).containsExactly(Outcome.LEFT, Outcome.UNCHANGED);
    assertThat(plan.missing()).isEmpty();
    assertThat(plan.effects()).isEmpty();
  }

  @Test
  void asksNothingOfDemands() {
    ImportPlan plan = bank.preview("## 要求\n\n1. 熟悉 Java\n");

    assertThat(outcomes(plan)).containsExactly(Outcome.REQUIREMENT);
    assertThat(plan.effects()).isEmpty();
  }

  private static List<Outcome> outcomes(ImportPlan plan) {
    return plan.items().stream().map(ImportPlan.Item::outcome).toList();
  }

  private static List<String> codes(ImportPlan plan) {
    return plan.items().stream()
        .flatMap(it -> it.warnings().stream())
        .map(it -> it.code().wire())
        .toList();
  }
}
