package dev.mockingbird.search.bank.importing;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static dev.mockingbird.search.bank.importing.Lists.importList;
import static dev.mockingbird.search.bank.importing.Lists.list;
import static dev.mockingbird.search.bank.importing.Lists.onlyId;
import static dev.mockingbird.search.bank.importing.Lists.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.search.bank.AccessRecords;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.importing.ImportJournal.Asker;
import dev.mockingbird.stack.LocalStack;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Importing over HTTP, and on the real journal.
@LocalStack
class ImportIT {

  private static RunningService service;

  private final String word = UUID.randomUUID().toString().substring(0, 8);
  private final String source = "list " + word;
  private final String list = list(word);

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    Lists.awaitTheStarterBank();
  }

  @Test
  void showsWhatItUnderstoodThenAppliesItOnceHoweverOftenItIsSent() {
    JsonNode preview = preview(Map.of()).body();
    Answer first = apply(Map.of("generation", preview.get("generation").asLong()));
    Answer second = importList(source, list);

    assertThat(preview.at("/counts/added").asInt()).isEqualTo(2);
    assertThat(preview.at("/counts/requirement").asInt()).isEqualTo(1);
    assertThat(preview.get("items")).hasSize(3);
    assertThat(preview.at("/items/0/key").asString()).isEqualTo("list.md#3");
    assertThat(preview.at("/items/0/outcome").asString()).isEqualTo("added");
    assertThat(preview.at("/files/0/lines/2").asString()).contains("什么是锁");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().at("/counts/added").asInt()).isEqualTo(2);
    assertThat(second.body().at("/counts/added").asInt()).isZero();
    assertThat(second.body().at("/counts/unchanged").asInt()).isEqualTo(2);
    assertThat(second.body().get("batch").isNull()).isTrue();
  }

  @Test
  void refusesWhatIsTooMuchInItsOwnWordsBeforeItIsOpened() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 2_001; i++) {
      many.put("n" + i + ".md", "a");
    }

    Answer large = upload(Map.of("list.md", "a".repeat((10 << 20) + 1)));
    Answer folder = upload(many);

    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("TOO_LARGE");
    assertThat(large.body().get("detail").asString()).contains("10 MB");
    assertThat(folder.status()).isEqualTo(413);
    assertThat(folder.code()).isEqualTo("TOO_MANY_FILES");
  }

  private Answer upload(Map<String, String> files) {
    return service.upload(
        null, service.token(ORGANISER), "/api/bank/import-previews", Lists.chosen(source), files);
  }

  @Test
  void namesTheBlockOfWhichNothingIsSaid() {
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("3", null);

    Answer answer = preview(Map.of("files", Map.of("list.md", Map.of("roles", nothing))));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("field").asString()).isEqualTo("files.list.md.roles.3");
  }

  @Test
  void speaksTheLanguageOfWhoAsks() {
    Answer chinese =
        Lists.send(
            "/api/bank/import-previews", Lists.chosen(source), list, "Accept-Language", "zh-CN");
    Answer english = preview(Map.of());

    assertThat(chinese.body().at("/items/0/because").asString()).containsPattern("\\p{IsHan}");
    assertThat(english.body().at("/items/0/because").asString())
        .doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void doesWhatIsSaidAboutEachItem() {
    JsonNode items = preview(Map.of()).body().get("items");
    Map<String, Object> choices =
        Map.of(
            "items",
            Map.of(
                items.at("/0/key").asString(), Map.of("edit", Map.of("title", "改过的 " + word)),
                items.at("/1/key").asString(), Map.of("include", false)),
            "profile",
            Map.of("title", "后端 " + word));

    Answer applied = apply(choices);

    assertThat(applied.body().at("/counts/added").asInt()).isEqualTo(1);
    assertThat(applied.body().at("/counts/left").asInt()).isEqualTo(1);
    JsonNode profile = service.get(ORGANISER, "/api/bank/job-profiles").body().at("/items/0");
    assertThat(profile.get("title").asString()).isEqualTo("后端 " + word);
    assertThat(profile.at("/requirements/0/text").asString()).contains(word);
    assertThat(importList(source, list).body().at("/counts/unchanged").asInt())
        .as("the edited question is found again by what the file says")
        .isEqualTo(1);
  }

  @Test
  void refusesToApplyWhatThePreviewDidNotShow() {
    long generation = preview(Map.of()).body().get("generation").asLong();
    importList(source, list);

    Answer late = apply(Map.of("generation", generation));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("CHANGED_MEANWHILE");
  }

  @Test
  void listsImportsAndTakesOneBack() {
    String batch = importList(source, list).body().get("batch").asString();
    String changed =
        importList(source, list.replace("互斥。", "互斥与可见性。")).body().get("batch").asString();
    String id = onlyId(source, list, "锁");

    Answer undone = undo(changed, "undo-" + word);

    assertThat(undone.body().get("restored").asInt()).isEqualTo(1);
    assertThat(undo(changed, "undo-" + word)).isEqualTo(undone);
    assertThat(undo(changed, "again-" + word).code()).isEqualTo("UNDONE_ALREADY");
    assertThat(reference(id)).isEqualTo("互斥。");
    JsonNode past = service.get(ORGANISER, "/api/bank/imports").body().get("items");
    assertThat(past.at("/0/batch").asString()).isEqualTo(changed);
    assertThat(past.at("/0/undone/by").asString()).isEqualTo(ORGANISER);
    assertThat(past.at("/1/undoable").asBoolean()).isTrue();
    assertThat(past.at("/1/files/0").asString()).isEqualTo("list.md");
    Answer first = undo(batch, "first-" + word);
    assertThat(first.body().get("retired").asInt()).isEqualTo(2);
    assertThat(first.body().get("kept")).isEmpty();
    assertThat(service.get(ORGANISER, "/api/bank/imports/x").status()).isEqualTo(404);
  }

  @Test
  void twoImportsOfOneListAtOnceAddItOnce() {
    Importing importing = service.bean(Importing.class);
    var left = CompletableFuture.supplyAsync(() -> importing.apply(wanted(source, list, null)));
    var right = CompletableFuture.supplyAsync(() -> importing.apply(wanted(source, list, null)));

    assertThat(left.join().counts().added() + right.join().counts().added()).isIn(2, 4);
    assertThat(importing.apply(wanted(source, list, null)).counts().unchanged()).isEqualTo(2);
    assertThat(service.bean(BankReader.class).read(onlyId(source, list, "锁")).history().versions())
        .isEqualTo(1);
  }

  @Test
  void countsAVersionForNobodyBeforeItsImportIsAppliedAndGoesOnWhereItBrokeOff() {
    Importing importing = service.bean(Importing.class);
    ListImport wanted = wanted(source, list, null);
    Importing.Decided decided = importing.preview(wanted);
    String batch = wanted.batch(decided.imports().count(), decided.plan());
    String id = onlyId(source, list, "锁");

    AppendResult half =
        service
            .bean(ImportJournal.class)
            .write(decided.plan().effects().subList(0, 1), batch, Asker.of(wanted))
            .getFirst()
            .join();

    assertThat(half).isInstanceOf(AppendResult.Appended.class);
    assertThat(service.get(INTERVIEWER, "/api/questions/" + id).code())
        .isEqualTo("NO_SUCH_QUESTION");
    assertThat(importing.apply(wanted).batch()).isEqualTo(batch);
    assertThat(service.get(INTERVIEWER, "/api/questions/" + id).status()).isEqualTo(200);
    assertThat(service.bean(BankReader.class).read(id).history().versions()).isEqualTo(1);
  }

  @Test
  void decidesAgainWhenAPersonEditedAQuestionWhileItWasWritten() {
    importList(source, list);
    String id = onlyId(source, list, "锁");
    ListImport wanted = wanted(source, list.replace("互斥。", "互斥与可见性。"), null);
    Importing importing = service.bean(Importing.class);
    ImportJournal journal = service.bean(ImportJournal.class);
    Importing.Decided decided = importing.preview(wanted);
    long imports = decided.imports().count();
    String batch = wanted.batch(imports, decided.plan());
    journal.write(decided.plan().effects(), batch, Asker.of(wanted)).getFirst().join();

    Answer edited =
        service.json(
            "PUT",
            ORGANISER,
            "/api/bank/questions/" + id,
            Map.of(
                "base",
                1,
                "form",
                Map.of("title", word + " 里什么是锁？", "language", "zh", "reference", "一次只有一个。")),
            "Idempotency-Key",
            "edit-" + word);
    AppendResult late =
        journal.takeEffect(
            batch,
            decided.plan().event(batch, wanted),
            imports,
            Asker.of(wanted),
            KeptAnswer.of(wanted.fingerprint(), Map.of()));
    Applied applied = importing.apply(wanted);

    assertThat(edited.status()).isEqualTo(200);
    assertThat(late).isInstanceOf(AppendResult.Taken.class);
    assertThat(applied.counts().conflict()).isEqualTo(1);
    assertThat(reference(id)).isEqualTo("一次只有一个。");
  }

  @Test
  void remembersWhoseReferencesAPreviewShows() {
    importList(source, list);
    String id = onlyId(source, list, "锁");
    Lists.send("/api/bank/import-previews", with(Map.of()), list.replace("互斥。", "门。"));

    try (AccessRecords records = new AccessRecords(service.stores().kafkaBootstrap())) {
      records.awaitOne(id, ORGANISER);
    }
  }

  @Test
  void refusesWhatIsSaidAboutNothing() {
    JsonNode match =
        preview(Map.of("items", Map.of("list.md#3", Map.of("match", "q000000000000000")))).body();
    JsonNode shape =
        preview(Map.of("files", Map.of("list.md", Map.of("shape", "heading-6")))).body();

    assertThat(match.get("field").asString()).isEqualTo("items[list.md#3].match");
    assertThat(shape.get("field").asString()).isEqualTo("files[list.md].shape");
    assertThat(importList("pair", list).body().get("field").asString()).isEqualTo("source");
  }

  private Answer preview(Map<String, Object> choices) {
    return Lists.send("/api/bank/import-previews", with(choices), list);
  }

  private Answer apply(Map<String, Object> choices) {
    return Lists.send("/api/bank/imports", with(choices), list);
  }

  private Map<String, Object> with(Map<String, Object> choices) {
    Map<String, Object> request = new HashMap<>(Lists.chosen(source));
    request.putAll(choices);
    return request;
  }

  private static Answer undo(String batch, String key) {
    return service.json(
        "POST", ORGANISER, "/api/bank/imports/" + batch + "/undo", null, "Idempotency-Key", key);
  }

  private static String reference(String id) {
    return service
        .get(INTERVIEWER, "/api/questions/" + id)
        .body()
        .at("/staff/reference")
        .asString();
  }
}
