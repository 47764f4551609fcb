package dev.mockingbird.search.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.ImportPlan.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeptAnswerTest {

  @Test
  void spellsEveryOutcomeByALetterOfItsOwn() {
    assertThat(Stream.of(Outcome.values()).map(Outcome::letter)).doesNotHaveDuplicates();
    assertThat(Stream.of(Outcome.values()).map(it -> Outcome.of(it.letter())))
        .containsExactly(Outcome.values());
  }

  @Test
  void survivesTheWayThroughTheIndexAlsoWhenTheListHadNoItem() {
    KeptAnswer some = new KeptAnswer("b1", "b2", "AUK");
    KeptAnswer none = new KeptAnswer("b1", "b2", "");

    assertThat(KeptAnswer.parse(some.text())).isEqualTo(some);
    assertThat(KeptAnswer.parse(none.text())).isEqualTo(none);
  }

  @Test
  void tellsRequestsApartThatDifferInListSourceOrLanguage() {
    ImportRequest request = request("list", "source", Language.CHINESE);

    assertThat(request.fingerprint())
        .isEqualTo(request("list", "source", Language.CHINESE).fingerprint())
        .isNotEqualTo(request("list.", "source", Language.CHINESE).fingerprint())
        .isNotEqualTo(request("list", "other", Language.CHINESE).fingerprint())
        .isNotEqualTo(request("list", "source", Language.ENGLISH).fingerprint());
  }

  private static ImportRequest request(String list, String source, Language language) {
    return new ImportRequest(list, source, language, PersonId.SYSTEM, "c", "some-key");
  }
}
