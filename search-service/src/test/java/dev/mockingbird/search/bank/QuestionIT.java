package dev.mockingbird.search.bank;

import static dev.mockingbird.search.RunningService.INTERVIEWER;
import static dev.mockingbird.search.RunningService.MEMBER;
import static dev.mockingbird.search.bank.importing.Lists.awaitTheStarterBank;
import static dev.mockingbird.search.bank.importing.Lists.importList;
import static dev.mockingbird.search.bank.importing.Lists.list;
import static dev.mockingbird.search.bank.importing.Lists.onlyId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.search.RunningService;
import dev.mockingbird.search.RunningService.Answer;
import dev.mockingbird.stack.LocalStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@LocalStack
class QuestionIT {

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.shared();
    awaitTheStarterBank();
  }

  @Test
  void showsTheReferenceToStaffAndRemembersThatTheySawIt() {
    importList("seven", list("seven"));
    String id = onlyId("seven", list("seven"), "锁");
    try (AccessRecords access = new AccessRecords(service.stores().kafkaBootstrap())) {
      Answer member = service.get(MEMBER, "/api/questions/" + id);
      Answer staff = service.get(INTERVIEWER, "/api/questions/" + id);

      assertThat(member.body().has("staff") && !member.body().get("staff").isNull()).isFalse();
      assertThat(member.body().toString()).doesNotContain("互斥");
      assertThat(staff.body().at("/staff/reference").asString()).isEqualTo("互斥。");
      access.awaitOne(id, INTERVIEWER);
    }
  }

  @Test
  void namesTheCounterpartInTheOtherLanguage() {
    BankReader bank = service.bean(BankReader.class);
    Question chinese =
        bank.find(new Identity("key/starter-bank/redis-persistence/zh", "").newId()).orElseThrow();

    Answer answer = service.get(MEMBER, "/api/questions/" + chinese.content().id());

    assertThat(answer.body().at("/translation/language").asString()).isEqualTo("en");
    assertThat(answer.body().at("/translation/title").asString()).contains("Redis");
  }

  @Test
  void handsOutSnapshotsToStaffAlone() {
    importList("eight", list("eight"));
    String path = "/api/questions/" + onlyId("eight", list("eight"), "锁") + "/snapshot";

    Answer snapshot = service.get(INTERVIEWER, path);

    assertThat(snapshot.body().at("/question/version").asInt()).isEqualTo(1);
    assertThat(snapshot.body().at("/question/language").asString()).isEqualTo("zh");
    assertThat(snapshot.body().at("/staff/reference").asString()).isEqualTo("互斥。");
    assertThat(service.get(MEMBER, path).code()).isEqualTo("NOT_ALLOWED");
  }
}
