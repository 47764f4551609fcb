package dev.mockingbird.scoring.model;

import dev.mockingbird.scoring.scorer.Token;
import java.util.ArrayList;
import java.util.List;

/// BERT's tokenizer: words at spaces and punctuation, each Chinese character by itself, then the
/// longest known pieces from the left. Always lower-cases, also where a model's own
/// `tokenizer.json` forgets to and would see an unknown word.
final class WordPiece {

  private static final int LONGEST_WORD = 100;

  private final Vocabulary vocabulary;
  private final Rarity rarity;

  WordPiece(Vocabulary vocabulary, Rarity rarity) {
    this.vocabulary = vocabulary;
    this.rarity = rarity;
  }

  List<Token> tokens(String text) {
    Normal normal = Normal.of(text);
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < normal.length()) {
      int codePoint = normal.codePoints()[at];
      int end = at + 1;
      if (!blank(codePoint)) {
        if (!alone(codePoint)) {
          while (end < normal.length()
              && !blank(normal.codePoints()[end])
              && !alone(normal.codePoints()[end])) {
            end++;
          }
        }
        pieces(normal, at, end, tokens);
      }
      at = end;
    }
    return tokens;
  }

  private void pieces(Normal normal, int from, int to, List<Token> tokens) {
    int known = tokens.size();
    int at = from;
    while (at < to) {
      int end = to - from > LONGEST_WORD ? at : to;
      Integer id = null;
      while (end > at && id == null) {
        String piece = new String(normal.codePoints(), at, end - at);
        id = vocabulary.ids().get(at == from ? piece : "##" + piece);
        end = id == null ? end - 1 : end;
      }
      if (id == null) {
        tokens.subList(known, tokens.size()).clear();
        tokens.add(token(vocabulary.unknown(), normal, from, to, false));
        return;
      }
      tokens.add(token(id, normal, at, end, at > from));
      at = end;
    }
  }

  private Token token(int id, Normal normal, int from, int to, boolean continues) {
    return new Token(id, normal.from()[from], normal.to()[to - 1], rarity.of(id), continues);
  }

  private static boolean blank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean alone(int codePoint) {
    return Character.isIdeographic(codePoint) || !Character.isLetterOrDigit(codePoint);
  }
}
