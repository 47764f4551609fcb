package dev.mockingbird.search.catalog;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static dev.mockingbird.search.catalog.Searching.counts;
import static dev.mockingbird.search.catalog.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
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

  private static void importList(String list) {
    Answer answer =
        service.post(service.token(ORGANISER), "/api/bank/imports?source=catalog", list);
    assertThat(answer.status()).isEqualTo(200);
  }
}
