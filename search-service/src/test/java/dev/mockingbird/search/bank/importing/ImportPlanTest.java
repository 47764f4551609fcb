package dev.mockingbird.search.bank.importing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

  @Test
  void neverWritesOneQuestionTwice() {
    ImportPlan plan = new PaperBank().preview("## T\n\n1. 什么是锁？\n");
    List<ImportPlan.Item> twice = List.of(plan.items().getFirst(), plan.items().getFirst());

    assertThatThrownBy(() -> new ImportPlan(twice, List.of(), List.of(), List.of()))
        .isInstanceOf(IllegalStateException.class);
  }
}
