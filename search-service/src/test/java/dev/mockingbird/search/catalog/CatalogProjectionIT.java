package dev.mockingbird.search.catalog;

import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.catalog.Searching.search;
import static dev.mockingbird.search.catalog.Searching.titles;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.EventTypes;
import dev.mockingbird.events.Filing;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.stack.LocalStack;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@LocalStack
class CatalogProjectionIT {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    Searching.awaitTheStarterBank();
  }

  @Test
  void showsAVersionOnlyOnceItsImportIsAppliedWhicheverComesFirst() throws Exception {
    CatalogProjection projection = service.bean(CatalogProjection.class);
    String early = "early" + UUID.randomUUID().toString().substring(0, 8);
    String late = "late" + UUID.randomUUID().toString().substring(0, 8);

    projection.handle(List.of(published(early, 1, "batch-" + early, "一 " + early)));
    refresh();
    assertThat(search(MEMBER, early, "").total()).isZero();
    projection.handle(List.of(applied("batch-" + early, early)));
    projection.handle(List.of(applied("batch-" + late, late)));
    projection.handle(List.of(published(late, 1, "batch-" + late, "一 " + late)));
    refresh();

    assertThat(search(MEMBER, early, "").total()).isEqualTo(1);
    assertThat(search(MEMBER, late, "").total()).isEqualTo(1);
    // Kafka knows nothing of them: leave nothing behind that a rebuilt view would not have.
    projection.handle(List.of(retired(early, 2), retired(late, 2)));
    refresh();
  }

  @Test
  void keepsTheNewerVersionAndTheRetirementWhenOlderRecordsComeAgain() throws Exception {
    CatalogProjection projection = service.bean(CatalogProjection.class);
    String id = "again" + UUID.randomUUID().toString().substring(0, 8);
    Decoded first = published(id, 1, null, "第一版 " + id);
    Decoded second = published(id, 2, null, "第二版 " + id);

    projection.handle(List.of(first, second, first));
    projection.handle(List.of(first));
    refresh();
    assertThat(titles(search(MEMBER, id, ""))).containsExactly("第二版 " + id);

    projection.handle(List.of(retired(id, 3)));
    projection.handle(List.of(first, second));
    refresh();
    assertThat(search(MEMBER, id, "").total()).isZero();
  }

  private static Decoded published(String id, long number, String batch, String title) {
    return record(
        id,
        number,
        new BankEvent.QuestionPublished(
            new QuestionSnapshot(
                id, (int) number, Language.CHINESE, "乱序", title, "", Difficulty.EASY, 5, List.of()),
            StaffMaterial.NONE,
            Filing.NONE,
            batch));
  }

  private static Decoded retired(String id, long number) {
    return record(id, number, new BankEvent.QuestionRetired(id, null, null));
  }

  private static Decoded applied(String batch, String question) {
    return record(
        "imports",
        1,
        new BankEvent.ImportApplied(
            batch, "test", "00", 1, List.of(question), List.of(), 0, List.of(), List.of(), null));
  }

  private static Decoded record(String aggregate, long number, BankEvent event) {
    return new Decoded.Readable(
        new EventEnvelope<>(
            aggregate + "/" + number,
            EventTypes.wireType(event.getClass()),
            "default",
            aggregate,
            number,
            number,
            Instant.EPOCH,
            PersonId.SYSTEM,
            "test-correlation",
            null,
            event));
  }

  private static void refresh() throws IOException {
    service
        .bean(ElasticsearchClient.class)
        .indices()
        .refresh(it -> it.index(CatalogIndices.STANDING.questions().alias()));
  }
}
