package dev.mockingbird.search.bank.editing;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two people at the bank, over HTTP.
@LocalStack
class EditingIT {

  private final RunningService service = RunningService.shared();
  private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void keepsEveryVersionWithWhoMadeItAndBringsOneBack() {
    String id = create(ORGANISER, form("什么是 " + word + "？"));

    Answer second = publish(id, 1, form("到底什么是 " + word + "？"));
    Answer third = post(ORGANISER, id, "/restore", Map.of("version", 1, "base", 2));

    assertThat(second.body().get("version").asInt()).isEqualTo(2);
    assertThat(third.body().get("version").asInt()).isEqualTo(3);
    JsonNode items = service.get(INTERVIEWER, path(id) + "/versions").body().get("items");
    assertThat(texts(items, "kind")).containsExactly("restored", "published", "published");
    assertThat(texts(items, "by")).containsOnly(ORGANISER);
    assertThat(items.at("/0/form/title").asString()).isEqualTo("什么是 " + word + "？");
    assertThat(items.at("/1/form/rubric/0").asString()).isEqualTo("评分");
    assertThat(items.at("/0/at").asString()).startsWith("20");
    JsonNode now = service.get(INTERVIEWER, "/api/questions/" + id).body();
    assertThat(now.at("/title").asString()).isEqualTo("什么是 " + word + "？");
    assertThat(now.at("/filing/furtherTopics/0").asString()).isEqualTo("数据库");
  }

  @Test
  void showsTheSecondOfTwoPeopleWhatTheFirstOneWrote() {
    String id = create(ORGANISER, form("什么是 " + word + "？"));
    publish(id, 1, form("先写的 " + word));

    Answer late = publish(id, 1, form("后写的 " + word));

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("EDIT_CONFLICT");
    assertThat(late.body().at("/current/what").asString()).isEqualTo("question");
    assertThat(late.body().at("/current/version").asInt()).isEqualTo(2);
    assertThat(late.body().at("/current/by").asString()).isEqualTo(ORGANISER);
    assertThat(late.body().at("/current/form/title").asString()).isEqualTo("先写的 " + word);
    assertThat(publish(id, 2, form("后写的 " + word)).body().get("version").asInt()).isEqualTo(3);
  }

  @RepeatedTest(5)
  void publishesOneOfTwoThatAreWrittenAtOnce() {
    Object form = form("同时 " + word);
    List<CompletableFuture<Answer>> both =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> send("POST", ORGANISER, "", form, UUID.randomUUID().toString())))
            .limit(2)
            .toList();

    assertThat(both.stream().map(CompletableFuture::join).map(Answer::code))
        .containsExactlyInAnyOrder("", "QUESTION_EXISTS");
  }

  @Test
  void answersARequestThatIsSentAgainAsItWasAnsweredFirst() {
    String key = UUID.randomUUID().toString();
    Object form = form("重发 " + word);
    Answer first = send("POST", ORGANISER, "", form, key);
    String id = first.body().get("id").asString();
    Map<String, Object> edit = Map.of("base", 1, "form", form("重发二 " + word));
    String editKey = UUID.randomUUID().toString();
    send("PUT", ORGANISER, "/" + id, edit, editKey);
    publish(id, 2, form("后来 " + word));

    assertThat(send("POST", ORGANISER, "", form, key).body()).isEqualTo(first.body());
    assertThat(send("PUT", ORGANISER, "/" + id, edit, editKey).body().get("version").asInt())
        .isEqualTo(2);
    assertThat(send("POST", ORGANISER, "", form("别的 " + word), key).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void keepsAnInterviewersQuestionAsADraftUntilAnOrganiserPublishesIt() {
    String id = create(INTERVIEWER, form("草稿 " + word));

    assertThat(service.get(MEMBER, "/api/questions/" + id).code()).isEqualTo("NO_SUCH_QUESTION");
    assertThat(service.get(INTERVIEWER, "/api/questions/" + id + "/snapshot").code())
        .isEqualTo("NO_SUCH_QUESTION");
    JsonNode staff = service.get(ORGANISER, "/api/questions/" + id).body();
    assertThat(staff.get("version").asInt()).isZero();
    assertThat(staff.at("/draft/title").asString()).isEqualTo("草稿 " + word);
    assertThat(staff.get("draftBy").asString()).isEqualTo(INTERVIEWER);
    assertThat(staff.get("draftBase").asInt()).isEqualTo(1);
    assertThat(texts(service.get(ORGANISER, "/api/bank/drafts").body().get("items"), "id"))
        .contains(id);
    assertThat(
            service
                .json(
                    "PUT",
                    INTERVIEWER,
                    path(id),
                    Map.of("base", 0, "draftBase", 1, "form", form("草稿 " + word)))
                .code())
        .isEqualTo("NOT_ALLOWED");

    Answer published =
        service.json(
            "PUT",
            ORGANISER,
            path(id),
            Map.of("base", 0, "draftBase", 1, "form", form("草稿 " + word)));

    assertThat(published.body().get("version").asInt()).isEqualTo(1);
    assertThat(service.get(MEMBER, "/api/questions/" + id).status()).isEqualTo(200);
    assertThat(texts(service.get(ORGANISER, "/api/bank/drafts").body().get("items"), "id"))
        .doesNotContain(id);
  }

  @Test
  void showsADraftThatSomebodyElseHasSavedMeanwhile() {
    String id = create(ORGANISER, form("什么是 " + word + "？"));
    Answer saved = saveDraft(id, 1, 0, form("一稿 " + word));
    assertThat(saved.body().get("draftBase").asInt()).isEqualTo(1);

    Answer late = saveDraft(id, 1, 0, form("二稿 " + word));

    assertThat(late.code()).isEqualTo("EDIT_CONFLICT");
    assertThat(late.body().at("/current/what").asString()).isEqualTo("draft");
    assertThat(late.body().at("/current/form/title").asString()).isEqualTo("一稿 " + word);
    assertThat(service.json("DELETE", ORGANISER, path(id) + "/draft", null).status())
        .isEqualTo(200);
    assertThat(service.get(INTERVIEWER, "/api/questions/" + id).body().get("draft").isNull())
        .isTrue();
  }

  @Test
  void tellsOfBothTheQuestionAndItsDraftWhenBothChanged() {
    String id = create(ORGANISER, form("什么是 " + word + "？"));
    saveDraft(id, 1, 0, form("一稿 " + word));
    saveDraft(id, 1, 1, form("二稿 " + word));
    publish(id, 1, form("二 " + word));

    JsonNode first = review(id, 1, form("我的 " + word)).body().get("current");
    JsonNode second = review(id, 2, form("我的 " + word)).body().get("current");

    assertThat(first.get("what").asString()).isEqualTo("question");
    assertThat(first.get("draftBase").isNull()).isTrue();
    assertThat(second.get("what").asString()).isEqualTo("draft");
    assertThat(second.get("draftBase").asInt()).isEqualTo(2);
    assertThat(second.at("/form/title").asString()).isEqualTo("二稿 " + word);
    assertThat(service.json("DELETE", ORGANISER, path(id) + "/draft?draftBase=1", null).code())
        .isEqualTo("EDIT_CONFLICT");
    assertThat(service.get(ORGANISER, "/api/bank/drafts").body().toString())
        .contains("\"draftBase\":2");
  }

  /// Chen publishes the first draft, having seen nothing since.
  private Answer review(String id, int base, Object form) {
    return service.json(
        "PUT",
        ORGANISER,
        path(id),
        Map.of("base", base, "draftBase", 1, "draftOn", 1, "form", form));
  }

  @Test
  void takesOneKeyForOneRequestAlone() {
    String id = create(ORGANISER, form("一 " + word));
    String other = create(ORGANISER, form("另一个 " + word));
    String key = UUID.randomUUID().toString();
    Map<String, Object> edit = Map.of("base", 1, "form", form("二 " + word));
    send("PUT", ORGANISER, "/" + id, edit, key);

    for (Answer again :
        List.of(
            send("PUT", ORGANISER, "/" + id, Map.of("base", 2, "form", form("三 " + word)), key),
            send("PUT", ORGANISER, "/" + other, edit, key),
            send("POST", ORGANISER, "/" + id + "/retire", Map.of("reason", "泄露"), key))) {
      assertThat(again.status()).isEqualTo(422);
      assertThat(again.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }
    assertThat(send("PUT", ORGANISER, "/" + id, edit, key).body().get("version").asInt())
        .isEqualTo(2);
  }

  @Test
  void namesTheSameCounterpartEverywhereAndNoneThatIsRetired() {
    String chinese = create(ORGANISER, form("中文 " + word));
    Map<String, Object> english = form("English " + word);
    english.put("language", "en");
    english.put("translation", chinese);
    String id = create(ORGANISER, english);
    saveDraft(id, 1, 0, english);

    post(ORGANISER, chinese, "/retire", Map.of("reason", "泄露"));

    JsonNode staff = service.get(ORGANISER, "/api/questions/" + id).body();
    assertThat(staff.get("translation").isNull()).isTrue();
    assertThat(staff.at("/draft/translation").isNull()).isTrue();
    JsonNode versions = service.get(ORGANISER, path(id) + "/versions").body().get("items");
    assertThat(versions.at("/0/form/translation").isNull()).isTrue();
    english.put("translation", null);
    assertThat(
            service
                .json(
                    "PUT", ORGANISER, path(id), Map.of("base", 1, "draftBase", 1, "form", english))
                .status())
        .isEqualTo(200);
  }

  @Test
  void takesARetiredQuestionFromEverybodyAndGivesItBack() {
    String id = create(ORGANISER, form("泄露的 " + word));

    assertThat(post(ORGANISER, id, "/retire", Map.of("reason", " ")).body().at("/field").asString())
        .isEqualTo("reason");
    post(ORGANISER, id, "/retire", Map.of("reason", "候选人群里流传"));

    assertThat(service.get(MEMBER, "/api/questions/" + id).code()).isEqualTo("NO_SUCH_QUESTION");
    assertThat(service.get(INTERVIEWER, "/api/questions/" + id + "/snapshot").code())
        .isEqualTo("NO_SUCH_QUESTION");
    JsonNode staff = service.get(INTERVIEWER, "/api/questions/" + id).body();
    assertThat(staff.at("/retired/reason").asString()).isEqualTo("候选人群里流传");
    assertThat(staff.at("/retired/by").asString()).isEqualTo(ORGANISER);
    assertThat(staff.get("editable").asBoolean()).isFalse();
    assertThat(publish(id, 1, form("改 " + word)).code()).isEqualTo("QUESTION_RETIRED");
    post(ORGANISER, id, "/reinstate", Map.of());
    assertThat(service.get(MEMBER, "/api/questions/" + id).status()).isEqualTo(200);
  }

  @Test
  void linksTwoQuestionsBothWaysAndLetsThemGo() {
    String chinese = create(ORGANISER, form("中文 " + word));
    Map<String, Object> english = form("English " + word);
    english.put("language", "en");
    english.put("translation", chinese);

    String other = create(ORGANISER, english);

    assertThat(translation(other)).isEqualTo(chinese);
    assertThat(translation(chinese)).isEqualTo(other);
    Map<String, Object> third = form("Third " + word);
    third.put("language", "en");
    third.put("translation", chinese);
    Answer taken = send("POST", ORGANISER, "", third, UUID.randomUUID().toString());
    assertThat(taken.body().at("/problems/0/code").asString()).isEqualTo("TAKEN");
    english.put("translation", null);
    publish(other, 1, english);
    assertThat(translation(other)).isEmpty();
    assertThat(translation(chinese)).isEmpty();
    third.put("translation", chinese);
    String late =
        send("POST", ORGANISER, "", third, UUID.randomUUID().toString())
            .body()
            .get("id")
            .asString();
    assertThat(translation(chinese)).isEqualTo(late);
  }

  @Test
  void pointsAtTheQuestionThatSaysTheSameAlready() {
    String id = create(ORGANISER, form("什么是 " + word + "？"));

    Answer again = send("POST", ORGANISER, "", form("1. 什么是" + word), UUID.randomUUID().toString());

    assertThat(again.code()).isEqualTo("QUESTION_EXISTS");
    assertThat(again.body().at("/existing/id").asString()).isEqualTo(id);
  }

  @Test
  void saysWhichFieldIsWrongAlsoWhenItCannotBeRead() {
    Map<String, Object> unreadable = form("x " + word);
    unreadable.put("difficulty", "brutal");
    Map<String, Object> wrong = form("");

    Answer first = send("POST", ORGANISER, "", unreadable, UUID.randomUUID().toString());
    Answer second = send("POST", ORGANISER, "", wrong, UUID.randomUUID().toString());

    assertThat(first.status()).isEqualTo(400);
    assertThat(first.body().at("/field").asString()).isEqualTo("difficulty");
    assertThat(second.body().at("/problems/0/field").asString()).isEqualTo("title");
    assertThat(second.body().at("/problems/0/code").asString()).isEqualTo("REQUIRED");
    assertThat(send("POST", MEMBER, "", wrong, UUID.randomUUID().toString()).code())
        .isEqualTo("NOT_ALLOWED");
    assertThat(publish("nothing-like-it", 0, form("x")).code()).isEqualTo("NO_SUCH_QUESTION");
  }

  private String translation(String id) {
    return service.get(MEMBER, "/api/questions/" + id).body().at("/translation/id").asString("");
  }

  private String create(String person, Object form) {
    Answer answer = send("POST", person, "", form, UUID.randomUUID().toString());
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().get("id").asString();
  }

  private Answer publish(String id, int base, Object form) {
    return service.json("PUT", ORGANISER, path(id), Map.of("base", base, "form", form));
  }

  private Answer saveDraft(String id, int base, long draftBase, Object form) {
    return service.json(
        "PUT",
        INTERVIEWER,
        path(id) + "/draft",
        Map.of("base", base, "draftBase", draftBase, "form", form));
  }

  private Answer post(String person, String id, String what, Object body) {
    return service.json("POST", person, path(id) + what, body);
  }

  private Answer send(String method, String person, String path, Object body, String key) {
    return service.json(method, person, "/api/bank/questions" + path, body, "Idempotency-Key", key);
  }

  private static String path(String id) {
    return "/api/bank/questions/" + id;
  }

  private static List<String> texts(JsonNode items, String name) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(it -> it.get(name).asString())
        .toList();
  }

  private static Map<String, Object> form(String title) {
    Map<String, Object> form = new HashMap<>();
    form.put("title", title);
    form.put("language", "zh");
    form.put("topic", "缓存");
    form.put("furtherTopics", List.of("数据库"));
    form.put("reference", "答案");
    form.put("keyPoints", List.of(Map.of("text", "要点", "weight", 2)));
    form.put("rubric", List.of("评分"));
    form.put("followUps", List.of("追问"));
    return form;
  }
}
