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
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
  void findsNothingOfABatchBeforeItTakesEffectAndThenAllThatItBroughtAndChanged() throws Exception {
    CatalogProjection projection = service.bean(CatalogProjection.class);
    String word = "batch" + UUID.randomUUID().toString().substring(0, 8);
    List<String> ids = List.of(word + "a", word + "b", word + "c");
    String left = word + "left";
    projection.handle(
        List.of(
            published(ids.getFirst(), 1, null, "旧 " + word),
            published(ids.get(0), 2, word, "新 " + word),
            published(ids.get(1), 1, word, "新 " + word),
            published(ids.get(2), 1, word, "新 " + word),
            // A batch that broke off.
            published(left, 1, "broken-" + word, "不算 " + word)));
    refresh();
    assertThat(titles(search(MEMBER, word, ""))).containsExactly("旧 " + word);
    assertThat(similar(word)).isZero();

    projection.handle(List.of(applied(word, ids.toArray(String[]::new))));

    assertThat(titles(search(MEMBER, word, ""))).hasSize(3).containsOnly("新 " + word);
    assertThat(similar(word)).isEqualTo(3);
    projection.handle(List.of(published(left, 2, word, "后来 " + word)));
    assertThat(search(MEMBER, word, "").total()).isEqualTo(4);
    // Kafka knows nothing of them: leave nothing behind that a rebuilt view would not have.
    projection.handle(
        Stream.concat(ids.stream(), Stream.of(left)).map(id -> retired(id, 3)).toList());
    refresh();
  }

  private static int similar(String word) {
    return service.bean(QuestionSearch.class).similar(List.of("新 " + word)).getFirst().size();
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

  private enum End {
    REINSTATED,
    UNDONE,
    PURGED
  }

  @Test
  void showsTheSameHoweverTheRecordsOfAQuestionAreShuffled() throws Exception {
    CatalogProjection projection = service.bean(CatalogProjection.class);
    Random random = new Random(4);
    Map<String, End> questions = new LinkedHashMap<>();
    List<List<Decoded>> stories = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      for (End end : End.values()) {
        String id = "shuffled" + UUID.randomUUID().toString().substring(0, 8);
        List<Decoded> story = story(id, end);
        Collections.shuffle(story, random);
        story.add(story.get(random.nextInt(story.size())));
        questions.put(id, end);
        stories.add(story);
      }
    }

    for (int i = 0; i < 11; i++) {
      int step = i;
      projection.handle(
          stories.stream().filter(it -> step < it.size()).map(it -> it.get(step)).toList());
    }
    refresh();

    questions.forEach(
        (id, end) -> {
          assertThat(shown(id))
              .isEqualTo(
                  switch (end) {
                    case REINSTATED -> "4 第三版 " + id;
                    case UNDONE -> "6 ";
                    case PURGED -> Long.MAX_VALUE / 2 + " ";
                  });
          assertThat(versions(id).contains(id + " 不算")).isEqualTo(end != End.PURGED);
        });
    // Kafka knows nothing of them: leave nothing behind that a rebuilt view would not have.
    projection.handle(
        questions.keySet().stream()
            .map(id -> record(id, 9, new BankEvent.QuestionPurged(id, "receipt")))
            .toList());
    refresh();
  }

  /// Retired by a batch, reinstated, changed by an import that never counts; and, as far as it
  /// goes, retired by an undoing and purged.
  private static List<Decoded> story(String id, End end) {
    List<Decoded> story = new ArrayList<>();
    story.add(published(id, 1, "a" + id, "第一版 " + id));
    story.add(published(id, 2, null, "第二版 " + id));
    story.add(record(id, 3, new BankEvent.QuestionRetired(id, null, "b" + id)));
    BankEvent.QuestionPublished third = publication(id, 4, null, "第三版 " + id);
    story.add(
        record(
            id,
            4,
            new BankEvent.QuestionReinstated(third.content(), third.staff(), third.filing())));
    story.add(published(id, 5, "c" + id, id + " 不算"));
    story.add(applied("a" + id, id));
    story.add(
        record(
            "imports",
            2,
            new BankEvent.ImportApplied(
                "b" + id,
                "x",
                "0",
                1,
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(id),
                null,
                List.of(),
                List.of())));
    if (end != End.REINSTATED) {
      story.add(record(id, 6, new BankEvent.QuestionRetired(id, null, "u" + id)));
      story.add(
          record(
              "imports",
              3,
              new BankEvent.ImportUndone("u" + id, "a" + id, List.of(), List.of(id), List.of())));
    }
    if (end == End.PURGED) {
      story.add(record(id, 7, new BankEvent.QuestionPurged(id, "receipt")));
    }
    return story;
  }

  /// Version and title of the question's document.
  private static String shown(String id) {
    try {
      var found =
          service
              .bean(ElasticsearchClient.class)
              .get(
                  it -> it.index(CatalogIndices.STANDING.questions().alias()).id(id),
                  QuestionDocument.class);
      return found.version() + " " + found.source().title();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String versions(String id) {
    try {
      return service
          .bean(ElasticsearchClient.class)
          .search(
              it ->
                  it.index(CatalogIndices.STANDING.versions().alias())
                      .query(q -> q.term(t -> t.field("question").value(id))),
              JsonNode.class)
          .hits()
          .hits()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BankEvent.QuestionPublished publication(
      String id, long number, String batch, String title) {
    return new BankEvent.QuestionPublished(
        new QuestionSnapshot(
            id, (int) number, Language.CHINESE, "乱序", title, "", Difficulty.EASY, 5, List.of()),
        StaffMaterial.NONE,
        Filing.NONE,
        batch);
  }

  private static Decoded published(String id, long number, String batch, String title) {
    return record(id, number, publication(id, number, batch, title));
  }

  private static Decoded retired(String id, long number) {
    return record(id, number, new BankEvent.QuestionRetired(id, null, null));
  }

  private static Decoded applied(String batch, String... questions) {
    return record(
        "imports",
        1,
        new BankEvent.ImportApplied(
            batch,
            "test",
            "00",
            1,
            List.of(questions),
            List.of(),
            0,
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of()));
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
        .refresh(
            it ->
                it.index(
                    CatalogIndices.STANDING.questions().alias(),
                    CatalogIndices.STANDING.versions().alias()));
  }
}
