package dev.mockingbird.scoring.scorer;

import java.util.List;

/// A language's model: a vector for every token in its context. The same input gives the same bits
/// on the same kind of processor, from any thread.
public interface TokenEncoder {

  /// Linear in the text's length.
  List<Token> tokens(String text);

  /// The longest list [#vectors] takes.
  int window();

  /// One vector of unit length per token.
  float[][] vectors(List<Token> tokens);
}
