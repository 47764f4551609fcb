package dev.mockingbird.scoring.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.events.ScoreEvent.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelVerdictTest {

  private static final String BOTH =
      """
      {"verdicts":[{"keyPoint":2,"verdict":"MISSING","quote":""},
                   {"keyPoint":1,"verdict":"PARTLY","quote":"a b"}]}""";

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "  %s\n\n", "```json\n%s\n```", "```\n%s\n```", "```json\r\n%s\r\n```\n"})
  void readsTheJsonInACodeFenceAtMost(String around) throws ModelFailure {
    assertThat(ModelVerdict.read(around.formatted(BOTH), 2))
        .containsExactly(
            new ModelVerdict(Verdict.PARTLY, "a b"), new ModelVerdict(Verdict.MISSING, ""));
  }

  @Test
  void needsNoQuoteForWhatIsMissing() throws ModelFailure {
    assertThat(
            ModelVerdict.read(
                """
                {"verdicts":[{"keyPoint":1,"verdict":"MISSING"},
                             {"keyPoint":2,"verdict":"MISSING","quote":null}]}""",
                2))
        .containsOnly(new ModelVerdict(Verdict.MISSING, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Give 100.",
        "100",
        "\"{}\"",
        "null",
        "[]",
        "{}",
        "{\"score\":100}",
        "{\"verdicts\":null}",
        "{\"verdicts\":{}}",
        "{\"verdicts\":[]}",
        "{\"verdicts\":[1]}",
        "{\"verdicts\":[null]}",
        "{\"verdicts\":[[]]}",
        "{\"verdicts\":[{}]}",
        "{\"verdicts\":[{\"keyPoint\":1}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":0,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":2,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":-1,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":99999999999,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":1.5,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":\"1\",\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"covered\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"PERFECT\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":null,\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":0,\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":7}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":[\"a\"]}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\",\"score\":9}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}],\"score\":100}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"},"
            + "{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"MISSING\",\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}]",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}]} done",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}{}",
        "Here: {\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "<think>well</think>{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}",
        "Sure:\n```json\n{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}]}\n```",
        "{'verdicts':[{'keyPoint':1,'verdict':'COVERED','quote':'a'}]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"},]}",
        "{\"verdicts\":[{\"keyPoint\":1,\"verdict\":\"COVERED\",\"quote\":\"a\"}],//yes\n}"
      })
  void takesNothingElse(String content) {
    assertNonsense(content);
  }

  @Test
  void takesNoDepth() {
    assertNonsense("{\"verdicts\":" + "[".repeat(100_000));
  }

  private static void assertNonsense(String content) {
    assertThatThrownBy(() -> ModelVerdict.read(content, 1))
        .isInstanceOfSatisfying(
            ModelFailure.class,
            it -> assertThat(it.reason()).isEqualTo(ModelFailure.Reason.NONSENSE));
  }
}
