package dev.mockingbird.scoring.languagemodel;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells everybody who is signed in whether a language model is asked about answers, also whoever
/// is about to give some.
@RestController
class LanguageModelController {

  private final boolean asked;

  LanguageModelController(ObjectProvider<SecondOpinion> secondOpinion) {
    this.asked = secondOpinion.getIfAvailable() != null;
  }

  record LanguageModelUse(boolean asked) {}

  @GetMapping("/api/scores/language-model")
  LanguageModelUse use() {
    return new LanguageModelUse(asked);
  }
}
