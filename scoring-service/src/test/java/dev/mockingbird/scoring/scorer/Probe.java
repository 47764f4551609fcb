package dev.mockingbird.scoring.scorer;

import java.util.List;

/// Something tried on the scorer.
///
/// @param kind what is tried
/// @param wording what tells it from others of its kind
record Probe(AskedQuestion question, String kind, String wording, String answer) {

  Submission submission() {
    return new Submission(
        question.text(), question.references(), List.of(), answer, question.language());
  }
}
