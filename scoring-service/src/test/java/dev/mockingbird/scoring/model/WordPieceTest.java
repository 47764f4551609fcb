package dev.mockingbird.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.scoring.scorer.Token;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTest {

  private static final WordPiece TOKENIZER =
      new WordPiece(
          new Vocabulary(
              Map.of(
                  "[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "hash", 3, "##map", 4, "cafe", 5, ".", 6, "中",
                  7, "o", 8),
              0,
              1,
              2),
          Rarity.unknown());

  @Test
  void lowersCaseAndSplitsIntoTheLongestPieces() {
    assertThat(TOKENIZER.tokens("HashMap"))
        .extracting(Token::id, Token::from, Token::to, Token::continues)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, 0, 4, false),
            org.assertj.core.groups.Tuple.tuple(4, 4, 7, true));
  }

  @Test
  void keepsOffsetsOfTheOriginalBehindFoldedCharacters() {
    List<Token> tokens = TOKENIZER.tokens("a😀 Cafe\u0301. 中中");
    assertThat(tokens)
        .extracting(Token::id, Token::from, Token::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 0, 1),
            org.assertj.core.groups.Tuple.tuple(0, 1, 3),
            org.assertj.core.groups.Tuple.tuple(5, 4, 8),
            org.assertj.core.groups.Tuple.tuple(6, 9, 10),
            org.assertj.core.groups.Tuple.tuple(7, 11, 12),
            org.assertj.core.groups.Tuple.tuple(7, 12, 13));
  }

  @Test
  void foldsFullWidthAndDropsInvisibleCharacters() {
    assertThat(TOKENIZER.tokens("ｈａ\u200bｓｈ")).extracting(Token::id).containsExactly(3);
  }

  @Test
  void takesAWordWithAnUnknownPartForOneUnknown() {
    assertThat(TOKENIZER.tokens("hashx")).extracting(Token::id).containsExactly(0);
  }
}
