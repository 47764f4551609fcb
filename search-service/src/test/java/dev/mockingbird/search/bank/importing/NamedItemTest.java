package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.Pair;
import dev.mockingbird.search.bank.Question;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Items that a person, an export or their list gave a name.
class NamedItemTest {

  private static final String TWO =
      """
      # T

      ## What is a lock?
      <!-- %1$s | lang: en -->

      A gate.

      ## What is a latch?
      <!-- %1$s | lang: en -->

      A hook.
      """;

  private final PaperBank bank = new PaperBank();

  @Test
  void tellsTwoQuestionsApartThatWereGivenOneName() {
    for (String name : List.of("id: q0123456789abcde", "key: lock")) {
      PaperBank fresh = new PaperBank();

      ImportPlan plan = fresh.apply(TWO.formatted(name));

      assertThat(plan.published(Outcome.ADDED)).as(name).hasSize(2).doesNotHaveDuplicates();
      assertThat(fresh.titles()).as(name).containsExactly("What is a latch?", "What is a lock?");
      assertThat(plan.items().getLast().warnings())
          .as(name)
          .extracting(it -> it.code().wire() + it.values())
          .containsExactly("duplicate-key[3]");
      ImportPlan again = fresh.preview(TWO.formatted(name));
      assertThat(again.effects()).as(name).isEmpty();
      assertThat(again.count(Outcome.UNCHANGED)).as(name).isEqualTo(2);
    }
  }

  @Test
  void unitesWhatHasOneNameAndTheSameWords() {
    ImportPlan plan =
        bank.apply(TWO.replace("latch", "lock").replace("A hook.", "A gate.").formatted("key: a"));

    assertThat(plan.count(Outcome.DUPLICATE)).isEqualTo(1);
  }

  @Test
  void believesAPersonWhoCallsItNewWhateverHoldsItsWordsOrName() {
    String list = "# T\n\n## What is a lock?\n<!-- key: lock | lang: en -->\n\nA gate.\n";
    bank.apply(list);
    String id = bank.id("What is a lock?");
    bank.edit(id, it -> PaperBank.titled(it, "What does a lock do?"));

    ImportPlan plan = bank.apply(matched(ItemChoice.NEW), list);

    assertThat(plan.published(Outcome.ADDED)).hasSize(1).doesNotContain(id);
    assertThat(bank.titles()).containsExactly("What does a lock do?", "What is a lock?");
  }

  @Test
  void givesWordsOfAnImportThatBrokeOffToNobody() {
    bank.apply("## T\n\n1. 什么是信号量？\n");
    String list = "## T\n\n1. 什么是信号亮？\n";
    bank.breakOff(PaperBank.request(), list);
    bank.apply(ImportRequest.of("another", Language.CHINESE), "## U\n\n1. 什么是页？\n");

    ImportPlan plan = bank.apply(matched(ItemChoice.NEW), list);

    assertThat(plan.published(Outcome.ADDED)).hasSize(1);
    assertThat(bank.preview(list).effects()).isEmpty();
    assertThat(bank.titles()).contains("什么是信号亮？", "什么是信号量？");
  }

  @Test
  void keepsAKeyedQuestionsIdWhenItIsReworded() {
    bank.apply("# T\n\n## What is a lock?\n<!-- key: lock -->\n\nA gate.\n");
    String id = bank.id("What is a lock?");

    ImportPlan plan = bank.apply("# T\n\n## What does a lock do?\n<!-- key: lock -->\n\nA gate.\n");

    assertThat(plan.count(Outcome.CHANGED)).isEqualTo(1);
    assertThat(bank.id("What does a lock do?")).isEqualTo(id);
  }

  @Test
  void matchesAnExportedIdBeforeAnythingElse() {
    bank.apply("## 并发\n\n1. 什么是锁？\n\n   互斥。\n");
    String id = bank.id("什么是锁？");
    String exported = "## 并发\n\n### 锁到底是什么？\n<!-- id: %s -->\n\n互斥。\n".formatted(id);

    ImportPlan here = bank.preview(ImportRequest.of("another", Language.CHINESE), exported);
    ImportPlan elsewhere = new PaperBank().preview(exported);

    assertThat(here.items().getFirst().id()).isEqualTo(id);
    assertThat(elsewhere.count(Outcome.ADDED)).isEqualTo(1);
    assertThat(elsewhere.items().getFirst().id()).isEqualTo(id);
  }

  @Test
  void letsAnEditedExportChangeAKeyedQuestionWhenTold() {
    bank.apply("# T\n\n## What is a lock?\n<!-- key: lock | lang: en -->\n\nA gate.\n");
    String exported =
        """
        # T

        ## What is a lock?
        <!-- id: %s | translation: list/lock | lang: en -->

        A door.
        """
            .formatted(bank.id("What is a lock?"));
    ImportRequest request = ImportRequest.of("question-bank", Language.CHINESE);

    assertThat(bank.preview(request, exported).count(Outcome.CONFLICT)).isEqualTo(1);
  }

  @Test
  void countsALinkMadeByHandForNobodysKey() {
    bank.apply("# T\n\n## What is a lock?\n<!-- lang: en -->\n");
    String id = bank.id("What is a lock?");
    bank.edit(id, it -> linked(it, Pair.of(id, "q0123456789abcde").key()));
    ImportRequest request = ImportRequest.of("another", Language.CHINESE);

    ImportPlan plan =
        bank.preview(request, "# U\n\n## What is a lock?\n<!-- lang: en -->\n\nA gate.\n");

    assertThat(plan.count(Outcome.CHANGED)).isEqualTo(1);
  }

  private static Question linked(Question question, String key) {
    Filing filing = question.filing();
    return new Question(
        question.content(),
        question.staff(),
        new Filing(filing.furtherTopics(), filing.source(), key));
  }

  private static ImportRequest matched(String match) {
    return PaperBank.request(Map.of("list.md#3", new ItemChoice(null, null, null, null, match)));
  }
}
