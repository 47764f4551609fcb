package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.Surface;

/// What the candidate was asked, so that repeating it earns nothing.
record EncodedQuestion(String text, Language language, Surface surface, EncodedText encoded) {

  static EncodedQuestion of(
      String question, Language language, TokenEncoder encoder, float[] center) {
    return new EncodedQuestion(
        question,
        language,
        Surface.of(question, language),
        EncodedText.of(question, Sentence.of(question), encoder, center));
  }
}
