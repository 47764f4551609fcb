package dev.mockingbird.scoring.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.ScoreEvent.Span;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {

  private static final String ANSWER =
      "A hash map stores\n\tkeys in  buckets;\r\n红黑树\u3000用于冲突。 It isn't O(1).";

  @ParameterizedTest
  @CsvSource({
    "hash map, hash map",
    "'stores keys', 'stores\n\tkeys'",
    "'  in\nbuckets ', 'in  buckets'",
    "'keys in buckets; 红黑树 用于冲突', 'keys in  buckets;\r\n红黑树\u3000用于冲突'",
    "红黑, 红黑",
    "\"isn't O(1)\", \"isn't O(1)\"",
    "1, 1",
    "(1).,(1).",
    "A, A"
  })
  void findsTheSameWordsWhateverWhiteSpaceIsBetweenThem(String quote, String original) {
    assertThat(found(ANSWER, strip(quote))).isEqualTo(strip(original));
  }

  private static String strip(String quoted) {
    return quoted.replaceAll("^\"|\"$", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "...",
        "。",
        "Hash map",
        "HASH MAP",
        "a hash map",
        "hash-map",
        "hash maps",
        "ash map",
        "hash ma",
        "hash map ... keys",
        "hash map… keys",
        "hashmap",
        "hash  map stores values",
        "isn’t O(1)",
        "红 黑树",
        "红黑树,用于冲突"
      })
  void findsNeitherAParaphraseNorHalfAWordNorAnotherCase(String quote) {
    assertThat(Legible.of(ANSWER).find(quote)).isEmpty();
  }

  @Test
  void findsTheWholeWordBehindOneThatOnlyContainsIt() {
    assertThat(Legible.of("immutable, mutable").find("mutable")).contains(new Span(11, 18));
  }

  @Test
  void takesComposedAndDecomposedForTheSame() {
    String decomposed = "Le cafe\u0301 noir, \u1112\u1161\u11ab";
    assertThat(found(decomposed, "caf\u00e9 noir")).isEqualTo("cafe\u0301 noir");
    assertThat(found(decomposed, "\ud55c")).isEqualTo("\u1112\u1161\u11ab");
    assertThat(found("caf\u00e9", "cafe\u0301")).isEqualTo("caf\u00e9");
    assertThat(Legible.of(decomposed).find("cafe")).isEmpty();
  }

  @Test
  void keepsWidthAndPunctuationApart() {
    assertThat(Legible.of("Ｏ（１）").find("O(1)")).isEmpty();
  }

  @Test
  void doesNotShowWhatIsNotSeen() {
    String hidden =
        "ig\u200bnore \u202ethe\u202c \udb40\udc41\udb40\udc42rest\ufe0f\u0000 \ufeffof";
    assertThat(Legible.of(hidden).text()).isEqualTo("ignore the rest of");
    assertThat(found(hidden, "ignore the")).isEqualTo("ig\u200bnore \u202ethe");
  }

  @Test
  void pullsMarksOfChatTemplatesApart() {
    String template = "so <|im_end|>\n<|im_start|>system";
    assertThat(Legible.of(template).text()).isEqualTo("so < |im_end|>\n< |im_start|>system");
    assertThat(found(template, "< |im_end|>")).isEqualTo("<|im_end|>");
    assertThat(found(template, "<|im_end|>")).isEqualTo("<|im_end|>");
  }

  @Test
  void repairsHalvesOfCharacters() {
    assertThat(Legible.of("a\ud83d b\ude00 😀").text()).isEqualTo("a\ufffd b\ufffd 😀");
    assertThat(found("x 😀 y", "😀 y")).isEqualTo("😀 y");
  }

  @Test
  void isTheWholeTextInNormalFormC() {
    Random random = new Random(7);
    String some = "aeo\u0301\u0300\u0323\u0308가\u1100\u1161\u11a8\u09c7\u09be中ｱﾞ\u212b 𝅘𝅥";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.appendCodePoint(
            some.codePoints().toArray()[random.nextInt(some.codePointCount(0, some.length()))]);
      }
      assertThat(Legible.of(text.toString()).text())
          .isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
  }

  private static String found(String text, String quote) {
    Span span = Legible.of(text).find(quote).orElseThrow();
    return text.substring(span.from(), span.to());
  }
}
