package dev.mockingbird.search.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.ImportPlan.Outcome;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportDeciderTest {

  private static final ImportDecider.Known NOTHING =
      new ImportDecider.Known(Map.of(), Map.of(), Set.of());

  @Test
  void addsWhatTheBankDoesNotHave() {
    ImportPlan plan = decide("## T\n\n1. 什么是锁？\n2. 什么是闩？\n", NOTHING);

    assertThat(plan.items()).extracting(ImportPlan.Item::outcome).containsOnly(Outcome.ADDED);
    assertThat(plan.publications())
        .extracting(it -> it.question().content().version())
        .containsOnly(1);
  }

  @Test
  void leavesOutWhatIsLongerThanARoomCanCarryAndSaysSo() {
    String markdown = "## T\n\n1. 什么是锁？\n\n   " + "互斥。".repeat(22_000) + "\n\n2. 什么是闩？\n\n   门。\n";

    ImportPlan plan = decide(markdown, NOTHING);

    assertThat(plan.items())
        .extracting(ImportPlan.Item::outcome)
        .containsExactly(Outcome.TOO_LONG, Outcome.ADDED);
    assertThat(plan.publications())
        .extracting(it -> it.question().content().title())
        .containsExactly("什么是闩？");
    assertThat(report(markdown, plan).warnings())
        .extracting(ImportReport.Warning::line, ImportReport.Warning::code)
        .contains(tuple(3, "question-too-long"));
  }

  private static ImportReport report(String markdown, ImportPlan plan) {
    return ImportReport.of(
        "b",
        new ImportRequest(
            markdown, "list", Language.CHINESE, new PersonId("demo:1001"), "c-1", null),
        MarkdownReader.read(markdown, Choice.none(Language.CHINESE)),
        plan);
  }

  @Test
  void leavesWhatItHasInThisVersion() {
    ImportPlan first = decide("## T\n\n1. 什么是锁？\n\n   互斥。\n", NOTHING);

    ImportPlan second = decide("## T\n\n7.   什么是锁?\n\n     互斥。\n", after(first, true));

    // Its punctuation was typed differently: the same question, a new version of its wording.
    assertThat(second.items())
        .extracting(ImportPlan.Item::outcome)
        .containsExactly(Outcome.CHANGED);
    assertThat(decide("## T\n\n3. 什么是锁？\n\n   互斥。\n", after(first, true)).publications()).isEmpty();
  }

  @Test
  void publishesANewVersionWhenTheAnswerChanged() {
    ImportPlan first = decide("## T\n\n1. 什么是锁？\n\n   互斥。\n", NOTHING);

    ImportPlan second = decide("## T\n\n1. 什么是锁？\n\n   互斥与可见性。\n", after(first, true));

    assertThat(second.items())
        .extracting(ImportPlan.Item::outcome)
        .containsExactly(Outcome.CHANGED);
    assertThat(second.publications().getFirst().question().content().version()).isEqualTo(2);
    assertThat(id(second)).isEqualTo(id(first));
  }

  @Test
  void takesNoAccountOfAVersionWhoseImportWasNeverApplied() {
    ImportPlan broken = decide("## T\n\n1. 什么是锁？\n", NOTHING);

    ImportPlan second = decide("## T\n\n1. 什么是锁？\n", after(broken, false));

    assertThat(second.items()).extracting(ImportPlan.Item::outcome).containsExactly(Outcome.ADDED);
    assertThat(second.publications().getFirst().guard()).isEqualTo(1);
  }

  @Test
  void keepsAKeyedQuestionsIdWhenItIsReworded() {
    ImportPlan first =
        decide("# T\n\n## What is a lock?\n<!-- key: lock -->\n\nA gate.\n", NOTHING);
    ImportPlan second =
        decide(
            "# T\n\n## What does a lock do?\n<!-- key: lock -->\n\nA gate.\n", after(first, true));

    assertThat(second.items())
        .extracting(ImportPlan.Item::outcome)
        .containsExactly(Outcome.CHANGED);
    assertThat(id(second)).isEqualTo(id(first));
  }

  @Test
  void takesNoReferenceAwayFromAQuestionItKnows() {
    ImportPlan first = decide("## T\n\n1. 什么是锁？\n\n   互斥。\n", NOTHING);

    ImportPlan second = decide("## 别的\n\n1. 什么是锁？\n", after(first, true));

    assertThat(second.items()).extracting(ImportPlan.Item::outcome).containsExactly(Outcome.KNOWN);
    assertThat(second.publications()).isEmpty();
  }

  @Test
  void leavesAKeyedQuestionToItsOwnList() {
    ImportPlan first =
        decide("# T\n\n## What is a lock?\n<!-- key: lock | lang: en -->\n\nA gate.\n", NOTHING);
    List<ReadItem> others =
        MarkdownReader.read("# T\n\n## What is a lock?\n\nA door.\n", Choice.none(Language.ENGLISH))
            .items();

    ImportPlan second = ImportDecider.decide("others", others, after(first, true));

    assertThat(second.items()).extracting(ImportPlan.Item::outcome).containsExactly(Outcome.KNOWN);
  }

  @Test
  void takesTheSameQuestionOnceFromOneList() {
    ImportPlan plan = decide("## T\n\n1. 什么是锁？\n2. 什么是 锁\n", NOTHING);

    assertThat(plan.items())
        .extracting(ImportPlan.Item::outcome)
        .containsExactly(Outcome.ADDED, Outcome.DUPLICATE);
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
    ImportPlan plan = decide(list.formatted("a") + list.formatted("A"), NOTHING);

    assertThat(plan.items()).extracting(ImportPlan.Item::outcome).containsOnly(Outcome.ADDED);
    assertThat(plan.publications()).hasSize(2);
  }

  @Test
  void writesNothingForADemand() {
    ImportPlan plan = decide("## 要求\n\n1. 熟悉 Java\n", NOTHING);

    assertThat(plan.items()).extracting(ImportPlan.Item::outcome).containsExactly(Outcome.SKIPPED);
  }

  private static String id(ImportPlan plan) {
    return plan.publications().getFirst().question().content().id();
  }

  private static ImportPlan decide(String markdown, ImportDecider.Known known) {
    List<ReadItem> items = MarkdownReader.read(markdown, Choice.none(Language.CHINESE)).items();
    return ImportDecider.decide("test", items, known);
  }

  private static ImportDecider.Known after(ImportPlan plan, boolean applied) {
    Map<String, String> holders = new HashMap<>();
    Map<String, QuestionHistory> histories = new HashMap<>();
    for (ImportPlan.Publication it : plan.publications()) {
      Question question = it.question();
      it.claims().forEach(field -> holders.put(field, question.content().id()));
      histories.put(
          question.content().id(),
          new QuestionHistory(
              List.of(
                  new QuestionFact(
                      new BankEvent.QuestionPublished(
                          question.content(), question.staff(), question.filing(), "b1"),
                      1,
                      Instant.EPOCH,
                      PersonId.SYSTEM))));
    }
    return new ImportDecider.Known(holders, histories, applied ? Set.of("b1") : Set.of());
  }
}
