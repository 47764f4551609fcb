package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Titles that ask more than one thing.
class SplitQuestionTest {

  private static final ItemChoice SPLIT = new ItemChoice(null, true, null, null, null);

  private final PaperBank bank = new PaperBank();

  @Test
  void splitsACompoundQuestionAndSplitsItAgainTheNextTime() {
    String list = "## T\n\n1. 什么是 TCP？什么是 UDP？请举例。\n2. 什么是 IP？\n";
    ImportPlan whole = bank.preview(list);
    assertThat(whole.items().getFirst().item().sentences()).isEqualTo(2);

    ImportPlan split =
        bank.apply(
            PaperBank.request(
                Map.of(
                    whole.items().getFirst().item().key(),
                    new ItemChoice(null, true, null, null, null))),
            list);

    assertThat(split.items())
        .extracting(it -> it.item().key())
        .containsExactly("list.md#3.1", "list.md#3.2", "list.md#4");
    assertThat(bank.titles()).containsExactly("什么是 IP？", "什么是 TCP？", "什么是 UDP？ 请举例。");
    assertThat(outcomes(bank.preview(list))).containsOnly(Outcome.UNCHANGED).hasSize(3);
    assertThat(bank.preview(list).missing()).isEmpty();
  }

  @Test
  void splitsWhatWasOneQuestionBeforeIntoAnEditAndANewOne() {
    String list = "## T\n\n1. 什么是 TCP？什么是 UDP？\n";
    String id = bank.apply(list).ids().getFirst();

    ImportPlan split =
        bank.preview(
            PaperBank.request(Map.of("list.md#3", new ItemChoice(null, true, null, null, null))),
            list);

    assertThat(outcomes(split)).containsExactly(Outcome.CHANGED, Outcome.ADDED);
    assertThat(split.items().getFirst().id()).isEqualTo(id);
    assertThat(split.missing()).isEmpty();
  }

  @Test
  void splitsNothingByItself() {
    String list = "## T\n\n1. 什么是 TCP？什么是 UDP？\n2. 什么是 TCP？\n3. 什么是 UDP？\n";
    bank.apply(list);

    ImportPlan again = bank.preview(list);

    assertThat(outcomes(again)).containsOnly(Outcome.UNCHANGED).hasSize(3);
    assertThat(again.missing()).isEmpty();
  }

  @Test
  void splitsAgainWhatWasSplitAlsoWhenAPartOfItWasCorrected() {
    String list = "## T\n\n1. 什么是 TCP 的握手？什么是 UDP 的校验？\n2. 什么是 IP？\n";
    bank.apply(split(), list);

    ImportPlan plan = bank.apply(list.replace("握手", "握手过程"));

    assertThat(outcomes(plan))
        .containsExactly(Outcome.PROPOSED, Outcome.UNCHANGED, Outcome.UNCHANGED);
    assertThat(plan.missing()).isEmpty();
  }

  @Test
  void splitsAgainIntoQuestionsThatStandElsewhereInTheListToo() {
    String list = "## T\n\n1. 什么是 TCP？\n2. 什么是 UDP？什么是 TCP？\n";
    bank.apply(PaperBank.request(Map.of("list.md#4", SPLIT)), list);

    ImportPlan again = bank.preview(list);

    assertThat(outcomes(again))
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.DUPLICATE);
    assertThat(again.effects()).isEmpty();
  }

  @Test
  void keepsAQuestionWholeThatAPersonPutTogetherAgain() {
    String list = "## T\n\n1. 什么是 TCP？什么是 UDP？\n";
    bank.apply(split(), list);
    ItemChoice together = new ItemChoice(null, false, null, null, null);
    bank.apply(PaperBank.request(Map.of("list.md#3", together)), list);

    assertThat(outcomes(bank.preview(list))).containsExactly(Outcome.UNCHANGED);
  }

  @Test
  void takesWhatChangesInTheListOfAQuestionThatWasSplit() {
    String list = "## T\n\n1. 什么是 TCP？什么是 UDP？\n\n   协议。\n";
    bank.apply(split(), list);

    ImportPlan plan = bank.preview(list.replace("协议。", "传输协议。"));

    assertThat(outcomes(plan)).containsExactly(Outcome.CHANGED, Outcome.CHANGED);
  }

  @Test
  void findsTheSentencesThatAsk() {
    assertThat(QuestionSentences.of("What is a lock? Why? Give an example."))
        .containsExactly("What is a lock?", "Why? Give an example.");
    assertThat(QuestionSentences.of("`a ? b : c` 是什么？为什么（真的？）要它？？"))
        .containsExactly("`a ? b : c` 是什么？", "为什么（真的？）要它？？");
    assertThat(QuestionSentences.of("What does https://a.b/?q=1 or a?.b do?")).hasSize(1);
    assertThat(QuestionSentences.of("Explain locks.")).isEmpty();
  }

  private static ImportRequest split() {
    return PaperBank.request(Map.of("list.md#3", SPLIT));
  }

  private static List<Outcome> outcomes(ImportPlan plan) {
    return plan.items().stream().map(ImportPlan.Item::outcome).toList();
  }
}
