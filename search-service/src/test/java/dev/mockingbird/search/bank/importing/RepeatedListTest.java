package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The same list again, as it came and after somebody edited it.
class RepeatedListTest {

  private static final List<List<String>> SECTIONS =
      List.of(
          List.of("并发", "什么是互斥锁？", "什么是信号量？", "死锁的四个条件是什么？", "GIL？"),
          List.of("网络", "TCP 为什么要三次握手？", "What is HTTP/2 multiplexing?", "什么是 CDN？"),
          List.of("数据库", "索引为什么用 B+ 树？", "什么是幻读？", "MVCC 如何工作？"));

  private final PaperBank bank = new PaperBank();

  @Test
  void changesNothingWhenTheSameBytesComeAgain() {
    bank.apply(list(SECTIONS));

    ImportPlan again = bank.preview(list(SECTIONS));

    assertThat(again.effects()).isEmpty();
    assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(10);
    assertThat(again.missing()).isEmpty();
  }

  @Test
  void changesOneAndAddsOneAfterARenumberedMovedCorrectedAndLongerList() {
    bank.apply(list(SECTIONS));
    List<List<String>> edited = copy();
    Collections.rotate(edited, 1);
    edited.get(1).set(2, "什么是信号亮？");
    edited.get(2).add(2, "什么是 QUIC？");

    ImportPlan plan = bank.apply(list(edited).replace("1. ", "101. "));

    assertOneChangedAndOneNew(plan);
    assertThat(bank.preview(list(edited)).effects()).isEmpty();
  }

  @Test
  void tellsTheInsertedFromTheCorrectedQuestionBesideIt() {
    for (int at : List.of(2, 3)) {
      PaperBank fresh = new PaperBank();
      fresh.apply(list(SECTIONS));
      List<List<String>> edited = copy();
      edited.get(0).set(2, "什么是信号亮？");
      edited.get(0).add(at, "什么是信号灯协议？");

      assertOneChangedAndOneNew(fresh.preview(list(edited)));
    }
  }

  @Test
  void findsATypoInAVeryShortQuestion() {
    bank.apply(list(SECTIONS));
    List<List<String>> edited = copy();
    edited.get(0).set(4, "GLI？");
    edited.get(0).add("什么是条件变量？");

    assertOneChangedAndOneNew(bank.preview(list(edited)));
  }

  @Test
  void findsATypoAtTheEdgeOfASectionThatMoved() {
    for (int item : List.of(1, 3)) {
      PaperBank fresh = new PaperBank();
      fresh.apply(list(SECTIONS));
      List<List<String>> edited = copy();
      List<String> moved = edited.remove(2);
      moved.set(
          item, moved.get(item).replace("什", "甚").replace("MVCC 如何", "MVVC 如何").replace("B+", "B"));
      edited.addFirst(moved);
      edited.get(2).add("什么是 DNS？");

      assertOneChangedAndOneNew(fresh.preview(list(edited)));
    }
  }

  @Test
  void everyQuestionOfALongListSurvivesATypoOfItsOwn() {
    List<String> titles =
        IntStream.range(0, 60)
            .mapToObj(i -> "第 " + i * 37 % 101 + " 号组件如何与模块 " + i + " 协作？")
            .toList();
    bank.apply(numbered(titles));
    for (int i = 0; i < titles.size(); i++) {
      List<String> edited = new ArrayList<>(titles);
      edited.set(i, titles.get(i).replace("协作", "写作"));
      edited.add((i + 20) % 60, "完全无关的新问题是什么？");

      assertOneChangedAndOneNew(bank.preview(numbered(edited)));
    }
  }

  @Test
  void takesAPersonsWordThatAProposalIsNewOrWhichQuestionItIs() {
    bank.apply(list(SECTIONS));
    List<List<String>> edited = copy();
    edited.get(0).set(2, "什么是信号亮？");
    String list = list(edited);
    ImportPlan proposed = bank.preview(list);
    ImportPlan.Item item = only(proposed, Outcome.PROPOSED);
    String other = bank.id("什么是幻读？");

    ImportPlan asNew =
        bank.preview(PaperBank.request(Map.of(item.item().key(), match(ItemChoice.NEW))), list);
    ImportPlan confirmed =
        bank.preview(PaperBank.request(Map.of(item.item().key(), match(item.id()))), list);

    assertThat(asNew.count(Outcome.ADDED)).isEqualTo(1);
    assertThat(asNew.missing()).extracting(it -> it.content().title()).containsExactly("什么是信号量？");
    assertThat(only(confirmed, Outcome.CHANGED).id()).isEqualTo(item.id()).isNotEqualTo(other);
  }

  @Test
  void keepsWhatIsMissingAndRetiresItOnlyWhenItIsListed() {
    bank.apply(list(SECTIONS));
    List<List<String>> shorter = copy();
    shorter.get(2).remove(3);
    String id = bank.id("MVCC 如何工作？");

    ImportPlan kept = bank.apply(list(shorter));
    ImportPlan retired = bank.apply(PaperBank.request(Map.of(), id, "q-of-nobody"), list(shorter));

    assertThat(kept.missing()).extracting(it -> it.content().id()).containsExactly(id);
    assertThat(kept.effects()).isEmpty();
    assertThat(retired.retirements()).extracting(ImportPlan.Effect::id).containsExactly(id);
    assertThat(bank.titles()).hasSize(9);
    assertThat(bank.preview(list(shorter)).missing()).isEmpty();
    assertThat(bank.preview(list(SECTIONS)).count(Outcome.ADDED))
        .as("what left with its list comes back with it")
        .isEqualTo(1);
  }

  @Test
  void offersToRetireNothingOfAnotherList() {
    bank.apply(list(SECTIONS));

    ImportPlan other =
        bank.preview(
            ImportRequest.of("another", dev.mockingbird.events.Language.CHINESE),
            "## 别的\n\n1. 什么是编译器？\n");

    assertThat(other.missing()).isEmpty();
  }

  @Test
  void worksOnTheFactsOfOldThatDoNotTellWhatAListSaid() {
    bank.apply(list(SECTIONS));
    bank.forgetWhatWasSaid();
    List<List<String>> edited = copy();
    edited.get(0).set(2, "什么是信号亮？");
    edited.get(0).add("什么是条件变量？");

    assertThat(bank.preview(list(SECTIONS)).effects()).isEmpty();
    assertOneChangedAndOneNew(bank.preview(list(edited)));
  }

  private static void assertOneChangedAndOneNew(ImportPlan plan) {
    assertThat(plan.published(Outcome.CHANGED, Outcome.PROPOSED))
        .as("%s", outcomes(plan))
        .hasSize(1);
    assertThat(plan.published(Outcome.ADDED)).as("%s", outcomes(plan)).hasSize(1);
    assertThat(plan.missing()).as("%s", outcomes(plan)).isEmpty();
  }

  private static List<String> outcomes(ImportPlan plan) {
    return plan.items().stream()
        .filter(it -> it.outcome() != Outcome.UNCHANGED)
        .map(it -> it.taken().title() + " " + it.outcome())
        .toList();
  }

  private static ImportPlan.Item only(ImportPlan plan, Outcome outcome) {
    List<ImportPlan.Item> items =
        plan.items().stream().filter(it -> it.outcome() == outcome).toList();
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static ItemChoice match(String id) {
    return new ItemChoice(null, null, null, null, id);
  }

  private static List<List<String>> copy() {
    List<List<String>> copy = new ArrayList<>();
    SECTIONS.forEach(it -> copy.add(new ArrayList<>(it)));
    return copy;
  }

  private static String list(List<List<String>> sections) {
    StringBuilder list = new StringBuilder();
    for (List<String> section : sections) {
      list.append("## ").append(section.getFirst()).append("\n\n");
      for (int i = 1; i < section.size(); i++) {
        list.append(i).append(". ").append(section.get(i)).append("\n");
      }
      list.append("\n");
    }
    return list.toString();
  }

  private static String numbered(List<String> titles) {
    List<String> section = new ArrayList<>(titles);
    section.addFirst("长单");
    return list(List.of(section));
  }
}
