package dev.mockingbird.search;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.RunningService.ORGANISER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A candidate asks at every address that the service describes, and at each with every question
/// that has something to hide.
@LocalStack
class SecrecyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

  private final RunningService service = RunningService.shared();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String open = "open" + mark;
  private final List<String> secrets = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();

  @BeforeEach
  void fill() {
    Map<String, Object> whole = form(open, "");
    String published = create(ORGANISER, whole);
    service.json(
        "PUT",
        INTERVIEWER,
        "/api/bank/questions/" + published + "/draft",
        Map.of("base", 1, "draftBase", 0, "form", form(secret("draft"), "draft")));
    create(INTERVIEWER, form(secret("unpublished"), "unpublished"));
    String retired = create(ORGANISER, form(secret("retired"), "retired"));
    service.json(
        "POST",
        ORGANISER,
        "/api/bank/questions/" + retired + "/retire",
        Map.of("reason", secret("reason")));
    String edited = create(ORGANISER, form(secret("before"), "before"));
    service.json(
        "PUT",
        ORGANISER,
        "/api/bank/questions/" + edited,
        Map.of("base", 1, "form", form("after" + mark, "after")));
    await()
        .atMost(PATIENCE)
        .until(() -> found(MEMBER, open) == 1 && found(MEMBER, "after" + mark) == 1);
    await().atMost(PATIENCE).until(() -> found(MEMBER, secret("before")) == 0);
  }

  @Test
  void tellsACandidateNothingThatIsForStaffAtAnyAddress() {
    JsonNode paths = service.get(MEMBER, "/api/docs/search").body().get("paths");
    int asked = 0;
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          for (String address : addresses(path.getKey())) {
            asked++;
            Answer answer =
                service.json(
                    method.toUpperCase(java.util.Locale.ROOT),
                    MEMBER,
                    address,
                    method.equals("get") ? null : everything());
            assertThat(answer.body().toString()).as(method + " " + address).doesNotContain(secrets);
            if (!method.equals("get")) {
              assertThat(answer.status()).as(method + " " + address).isBetween(400, 499);
            }
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(30);
  }

  @Test
  void findsNothingForACandidateByAWordThatIsForStaff() {
    String nonsense = "nothing" + UUID.randomUUID().toString().substring(0, 8);
    for (String secret : secrets) {
      assertThat(found(MEMBER, secret)).as(secret).isZero();
      assertThat(told(secret)).as(secret).isEqualTo(told(nonsense));
      assertThat(told(open + " " + secret)).as(secret).isEqualTo(told(open + " " + nonsense));
    }
  }

  /// The words are there: staff get them.
  @Test
  void tellsStaff() {
    JsonNode staff = service.get(INTERVIEWER, "/api/questions/" + questions.getFirst()).body();

    for (String field : List.of("reference", "point", "rubric", "hint", "followUp", "source")) {
      assertThat(staff.toString()).contains(secret(field));
    }
    assertThat(staff.toString()).contains(secret("draft"));
    assertThat(found(INTERVIEWER, secret("reference"))).isEqualTo(1);
  }

  private List<String> addresses(String path) {
    if (path.equals("/api/questions")) {
      return secrets.stream().map(secret -> path + "?q=" + secret).toList();
    }
    String filled = path.replace("{batch}", "b1");
    return filled.contains("{id}")
        ? questions.stream().map(id -> filled.replace("{id}", id)).toList()
        : List.of(filled);
  }

  /// What any address could want to be told.
  private Map<String, Object> everything() {
    Map<String, Object> all = new HashMap<>(form("mine" + mark, "mine"));
    all.put("form", form("mine" + mark, "mine"));
    all.put("base", 1);
    all.put("draftBase", 1);
    all.put("version", 1);
    all.put("reason", "x");
    all.put("titles", List.of(open, secrets.getFirst()));
    return all;
  }

  private int found(String person, String word) {
    return service.get(person, "/api/questions?q=" + word).total();
  }

  private JsonNode told(String words) {
    JsonNode body = service.get(MEMBER, "/api/questions?q=" + words.replace(" ", "%20")).body();
    return ((tools.jackson.databind.node.ObjectNode) body).without("tookMs");
  }

  private String create(String person, Map<String, Object> form) {
    Answer answer = service.json("POST", person, "/api/bank/questions", form);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    String id = answer.body().get("id").asString();
    questions.add(id);
    return id;
  }

  private String secret(String name) {
    String secret = "secret" + name.toLowerCase(java.util.Locale.ROOT) + mark;
    if (!secrets.contains(secret)) {
      secrets.add(secret);
    }
    return secret;
  }

  /// @param of whose secrets they are
  private Map<String, Object> form(String title, String of) {
    Map<String, Object> form = new HashMap<>();
    form.put("title", title);
    form.put("language", "en");
    form.put("reference", secret("reference" + of));
    form.put("keyPoints", List.of(Map.of("text", secret("point" + of), "weight", 2)));
    form.put("rubric", List.of(secret("rubric" + of)));
    form.put("hints", List.of(secret("hint" + of)));
    form.put("followUps", List.of(secret("followUp" + of)));
    form.put("sources", List.of(secret("source" + of)));
    return form;
  }
}
