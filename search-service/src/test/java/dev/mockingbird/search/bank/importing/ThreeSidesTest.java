package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.importing.ItemChoice.Conflict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What becomes of a question from what the list says, what it said the last time, and what the
/// bank has.
class ThreeSidesTest {

  private static final String FIRST = "## 并发\n\n1. 什么是锁？\n\n   互斥。\n";
  private static final String SECOND = FIRST.replace("互斥。", "互斥与可见性。");
  private static final String KEY = "list.md#3";

  private final PaperBank bank = new PaperBank();

  @Test
  void takesWhatChangedInTheListAlone() {
    bank.apply(FIRST);

    ImportPlan plan = bank.apply(SECOND);

    assertThat(outcome(plan)).isEqualTo(Outcome.CHANGED);
    assertThat(bank.current(id()).staff().reference()).isEqualTo("互斥与可见性。");
    assertThat(bank.current(id()).content().version()).isEqualTo(2);
  }

  @Test
  void leavesWhatChangedInTheBankAlone() {
    bank.apply(FIRST);
    bank.answer(id(), "一次只有一个。");

    assertThat(outcome(bank.preview(FIRST))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void keepsTheBanksWordsWhenBothChangedAndTakesTheListsWhenTold() {
    bank.apply(FIRST);
    bank.answer(id(), "一次只有一个。");

    ImportPlan conflict = bank.preview(SECOND);
    ImportPlan told =
        bank.preview(
            PaperBank.request(
                Map.of(KEY, new ItemChoice(null, null, null, Conflict.TAKE_FILE, null))),
            SECOND);

    assertThat(outcome(conflict)).isEqualTo(Outcome.CONFLICT);
    assertThat(conflict.effects()).isEmpty();
    assertThat(conflict.items().getFirst().before()).isEqualTo(bank.current(id()));
    assertThat(outcome(told)).isEqualTo(Outcome.CHANGED);
    assertThat(told.publications().findFirst().orElseThrow().question().staff().reference())
        .isEqualTo("互斥与可见性。");
  }

  @Test
  void asksAboutAConflictOnceAndNotAgainForTheSameBytes() {
    bank.apply(FIRST);
    bank.answer(id(), "一次只有一个。");
    bank.apply(SECOND);

    assertThat(outcome(bank.preview(SECOND))).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(bank.preview(FIRST))).isEqualTo(Outcome.CONFLICT);
  }

  @Test
  void findsNoConflictWhereBothSayTheSame() {
    bank.apply(FIRST);
    bank.answer(id(), "互斥与可见性。");

    assertThat(outcome(bank.preview(SECOND))).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void findsAQuestionAgainThatWasRewordedInTheBank() {
    bank.apply(FIRST);
    bank.edit(id(), it -> PaperBank.titled(it, "锁是做什么的？"));

    ImportPlan plan = bank.preview(FIRST);

    assertThat(outcome(plan)).isEqualTo(Outcome.UNCHANGED);
    assertThat(plan.missing()).isEmpty();
  }

  @Test
  void findsAQuestionAgainThatAPersonCorrectedInThePreview() {
    ItemEdit edit =
        new ItemEdit(
            "锁是做什么的？", null, null, null, null, null, null, null, null, null, null, null, null,
            null);
    bank.apply(PaperBank.request(Map.of(KEY, new ItemChoice(null, null, edit, null, null))), FIRST);

    assertThat(bank.titles()).containsExactly("锁是做什么的？");
    assertThat(outcome(bank.preview(FIRST))).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(bank.preview(SECOND)))
        .as("a person's word is not written over in silence")
        .isEqualTo(Outcome.CONFLICT);
  }

  @Test
  void takesNoReferenceAway() {
    bank.apply(FIRST);

    ImportPlan plan = bank.preview("## 并发\n\n1. 什么是锁？\n");

    assertThat(outcome(plan)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void leavesAKeyedQuestionToItsOwnListAndTakesNothingFromOthersButWhatIsMissing() {
    bank.apply("# T\n\n## What is a lock?\n<!-- key: lock | lang: en -->\n\nA gate.\n");
    bank.apply("# T\n\n## What is a latch?\n<!-- lang: en -->\n");

    ImportPlan keyed =
        bank.preview(other(), "# U\n\n## What is a lock?\n<!-- lang: en -->\n\nA door.\n");
    ImportPlan answered =
        bank.preview(other(), "# U\n\n## What is a latch?\n<!-- lang: en -->\n\nA hook.\n");

    assertThat(outcome(keyed)).isEqualTo(Outcome.KNOWN);
    assertThat(outcome(answered)).isEqualTo(Outcome.CHANGED);
    var taken = answered.publications().findFirst().orElseThrow().question();
    assertThat(taken.staff().reference()).contains("A hook.");
    assertThat(taken.content().topic()).isEqualTo("T");
    assertThat(taken.filing().source()).isEqualTo("list");
  }

  @Test
  void asksWhenAnotherListAnswersOtherwise() {
    bank.apply(FIRST);

    assertThat(outcome(bank.preview(other(), SECOND))).isEqualTo(Outcome.CONFLICT);
    assertThat(outcome(bank.preview(other(), FIRST))).isEqualTo(Outcome.UNCHANGED);
    assertThat(outcome(bank.preview(other(), "## 锁\n\n1. 什么是锁？\n"))).isEqualTo(Outcome.KNOWN);
  }

  @Test
  void doesNotBringBackWhatSomebodyRetired() {
    bank.apply(FIRST);
    bank.retire(id());

    ImportPlan plan = bank.preview(SECOND);

    assertThat(outcome(plan)).isEqualTo(Outcome.KNOWN);
    assertThat(plan.items().getFirst().warnings())
        .extracting(it -> it.code().wire())
        .containsExactly("retired-question");
  }

  @Test
  void goesOnWhereItBrokeOffAndStartsAnewWhenTheBankChangedMeanwhile() {
    bank.apply(FIRST);
    bank.breakOff(PaperBank.request(), SECOND);
    ListImport wanted = Lists.wanted(PaperBank.request(), SECOND, null);
    String before = wanted.batch(1, bank.preview(SECOND));

    assertThat(bank.current(id()).staff().reference()).isEqualTo("互斥。");
    assertThat(wanted.batch(1, bank.preview(SECOND))).isEqualTo(before);
    bank.edit(id(), it -> PaperBank.titled(it, "什么是锁?"));
    assertThat(wanted.batch(1, bank.preview(takeFile(), SECOND))).isNotEqualTo(before);
  }

  @Test
  void leavesOutWhatIsLongerThanARoomCanCarryAndSaysSo() {
    ImportPlan plan =
        bank.preview("## T\n\n1. 什么是锁？\n\n   " + "互斥。".repeat(22_000) + "\n\n2. 什么是闩？\n\n   门。\n");

    assertThat(plan.items())
        .extracting(ImportPlan.Item::outcome)
        .containsExactly(Outcome.TOO_LONG, Outcome.ADDED);
    assertThat(plan.items().getFirst().warnings())
        .extracting(it -> it.code().wire())
        .containsExactly("question-too-long");
  }

  @Test
  void writesACorrectionOfOneFieldOverTheBanksWordsWhereThoseStay() {
    bank.apply(FIRST);
    bank.answer(id(), "一次只有一个。");

    for (String list : List.of(FIRST, SECOND)) {
      ImportPlan plan = bank.preview(edited(tagged("锁"), null), list);

      assertThat(outcome(plan)).isEqualTo(Outcome.CHANGED);
      Question written = plan.publications().findFirst().orElseThrow().question();
      assertThat(written.content().tags()).containsExactly("锁");
      assertThat(written.staff().reference()).isEqualTo("一次只有一个。");
      assertThat(plan.items().getFirst().taken().staff().reference()).isEqualTo("一次只有一个。");
    }
  }

  @Test
  void writesACorrectionOfOneFieldOverTheFilesWordsWhereThoseAreTaken() {
    bank.apply(FIRST);
    ImportPlan untouched = bank.preview(edited(tagged("锁"), null), SECOND);
    bank.answer(id(), "一次只有一个。");
    ImportPlan told = bank.preview(edited(tagged("锁"), Conflict.TAKE_FILE), SECOND);

    for (ImportPlan plan : List.of(untouched, told)) {
      Question written = plan.publications().findFirst().orElseThrow().question();
      assertThat(written.content().tags()).containsExactly("锁");
      assertThat(written.staff().reference()).isEqualTo("互斥与可见性。");
    }
  }

  @Test
  void saysThatAConflictIsNotShownAgain() {
    bank.apply(FIRST);
    bank.answer(id(), "一次只有一个。");

    assertThat(bank.preview(SECOND).items().getFirst().warnings())
        .extracting(it -> it.code().wire())
        .containsExactly("changed-in-both");
  }

  private static ImportRequest edited(ItemEdit edit, Conflict conflict) {
    return PaperBank.request(Map.of(KEY, new ItemChoice(null, null, edit, conflict, null)));
  }

  private static ItemEdit tagged(String tag) {
    return new ItemEdit(
        null, null, null, null, null, null, null, null, null, null, List.of(tag), null, null, null);
  }

  private static ImportRequest takeFile() {
    return PaperBank.request(
        Map.of(KEY, new ItemChoice(null, null, null, Conflict.TAKE_FILE, null)));
  }

  private static ImportRequest other() {
    return ImportRequest.of("another", Language.CHINESE);
  }

  private String id() {
    return bank.imports().all().getFirst().event().added().getFirst();
  }

  private static Outcome outcome(ImportPlan plan) {
    List<ImportPlan.Item> items = plan.items();
    assertThat(items).hasSize(1);
    return items.getFirst().outcome();
  }
}
