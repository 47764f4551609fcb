package dev.mockingbird.search.catalog;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static dev.mockingbird.search.bank.importing.Lists.importList;
import static dev.mockingbird.search.catalog.Searching.counts;
import static dev.mockingbird.search.catalog.Searching.search;
import static dev.mockingbird.search.catalog.Searching.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@LocalStack
class CatalogIT {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    Searching.awaitTheStarterBank();
  }

  @Test
  void countsEachFacetWithoutItsOwnFilter() {
    JsonNode body = search(MEMBER, "", "&language=zh&topic=Python").body();

    assertThat(body.get("total").asInt()).isEqualTo(2);
    assertThat(counts(body, "language")).contains("zh=2", "en=2");
    assertThat(counts(body, "topic")).contains("Python=2", "Linux=7");
    assertThat(counts(body, "hasReference")).containsExactly("true=2");
  }

  @Test
  void marksWhatWasHit() {
    JsonNode first = search(MEMBER, "Redis 持久化", "").body().get("items").get(0);

    assertThat(first.at("/highlight/title").asString())
        .contains("\uE000Redis\uE001")
        .contains("\uE000持久化\uE001");
  }

  @Test
  void tellsAMemberNothingThatDependsOnWhatOnlyStaffMayRead() {
    String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    String reference = "r" + word;
    String keyPoint = "k" + word;
    importList(
        "catalog",
        """
        ## 秘密

        ### 什么是 %s 问题？
        <!-- lang: zh -->

        **参考答案**

        答案提到 %s 与别的。

        **要点**

        - 必须说到 %s（权重 2）
        """
            .formatted(word, reference, keyPoint));
    await().atMost(Searching.PATIENCE).until(() -> search(INTERVIEWER, reference, "").total() == 1);
    assertThat(search(INTERVIEWER, keyPoint, "").total()).isEqualTo(1);

    for (String secret : new String[] {reference, keyPoint}) {
      String nonsense = "z" + secret.substring(1);
      assertThat(search(MEMBER, secret, "").total()).isZero();
      assertThat(told(secret)).isEqualTo(told(nonsense));
      assertThat(told(word + " " + secret)).isEqualTo(told(word + " " + nonsense));
      Answer staff = search(INTERVIEWER, secret, "");
      assertThat(staff.body().toString()).doesNotContain("答案提到").doesNotContain("必须说到");
    }
    assertThat(search(MEMBER, word, "").total()).isEqualTo(1);
  }

  /// Everything but the time it took: hits, their order and marks, and the counts of all facets.
  private static JsonNode told(String words) {
    return ((ObjectNode) search(MEMBER, words, "").body()).without("tookMs");
  }

  @Test
  void givesStaffAloneAWorkListOfWhatIsMissing() {
    String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    String source = "worklist-" + word;
    importList(source, "## 缺 %1$s\n\n1. 有答案的 %1$s？\n\n   好。\n2. 没答案的 %1$s？\n".formatted(word));
    String all = "&source=" + source;
    await().atMost(Searching.PATIENCE).until(() -> search(INTERVIEWER, "", all).total() == 2);

    assertThat(titles(search(INTERVIEWER, "", all + "&missing=reference")))
        .containsExactly("没答案的 " + word + "？");
    JsonNode either = search(INTERVIEWER, "", all + "&missing=either").body();
    assertThat(counts(either, "missing"))
        .containsExactlyInAnyOrder("either=2", "key-points=2", "reference=1");
    assertThat(counts(either, "source")).contains(source + "=2");
    assertThat(either.get("items"))
        .extracting(
            item -> item.get("title").asString().charAt(0), item -> item.get("missing").size())
        .containsExactlyInAnyOrder(tuple('有', 2), tuple('没', 3));
    assertThat(search(MEMBER, word, all).code()).isEqualTo("NOT_ALLOWED");
    assertThat(search(MEMBER, word, "&missing=reference").code()).isEqualTo("NOT_ALLOWED");
    JsonNode member = search(MEMBER, word, "").body();
    assertThat(member.get("facets").has("missing") || member.get("facets").has("source")).isFalse();
    assertThat(member.at("/items/0/missing").isNull()).isTrue();
  }

  @Test
  void findsAQuestionUnderItsFurtherTopics() {
    String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    service.json(
        "POST",
        ORGANISER,
        "/api/bank/questions",
        Map.of(
            "title",
            "多个主题 " + word,
            "language",
            "zh",
            "topic",
            "甲" + word,
            "furtherTopics",
            List.of("乙" + word)));
    await().atMost(Searching.PATIENCE).until(() -> search(MEMBER, word, "").total() == 1);

    Answer further =
        search(MEMBER, word, "&topic=" + URLEncoder.encode("乙" + word, StandardCharsets.UTF_8));

    assertThat(further.total()).isEqualTo(1);
    assertThat(counts(further.body(), "topic")).contains("甲" + word + "=1", "乙" + word + "=1");
    assertThat(further.body().at("/items/0/furtherTopics/0").asString()).isEqualTo("乙" + word);
  }

  @Test
  void comparesNothingThatIsNoTitle() {
    for (String wrong : new String[] {null, "x".repeat(2_001)}) {
      Answer answer =
          service.json(
              "POST",
              INTERVIEWER,
              "/api/questions/similar",
              Collections.singletonMap("titles", Arrays.asList("什么是锁？", wrong)));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().get("field").asString()).isEqualTo("titles[1]");
    }
  }

  @Test
  void suggestsWhatIsLikeATitle() {
    String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    importList("catalog", "## 似\n\n1. 请说说 %1$s 的缓存穿透怎么解决？\n".formatted(word));
    await().atMost(Searching.PATIENCE).until(() -> search(MEMBER, word, "").total() == 1);
    Map<String, Object> asked =
        Map.of("titles", List.of("说说 " + word + " 缓存穿透如何解决", "zzzz 没有这样的题"));

    Answer answer = service.json("POST", INTERVIEWER, "/api/questions/similar", asked);

    JsonNode similar = answer.body();
    assertThat(similar).hasSize(2);
    assertThat(similar.at("/0/0/title").asString()).contains(word);
    assertThat(similar.at("/0/0/score").asDouble()).isBetween(0.6, 0.99);
    assertThat(similar.get(1)).isEmpty();
    assertThat(service.json("POST", MEMBER, "/api/questions/similar", asked).code())
        .isEqualTo("NOT_ALLOWED");
  }

  @Test
  void takesTheLongestQueryThatItAllows() {
    assertThat(search(INTERVIEWER, "锁为什么慢".repeat(100), "").status()).isEqualTo(200);
    assertThat(search(INTERVIEWER, "锁为什么慢".repeat(100) + "?", "").code())
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThat(search(MEMBER, "x", "&difficulty=brutal").code()).isEqualTo("INVALID_REQUEST");
    assertThat(search(MEMBER, "x", "&page=600").code()).isEqualTo("INVALID_REQUEST");
    assertThat(search(MEMBER, "x", "&size=0").code()).isEqualTo("INVALID_REQUEST");
  }
}
