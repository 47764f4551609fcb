package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.Language;
import java.util.List;

/// A question that probes are tried with.
///
/// @param fold in which it was left out of the fit; -1: it was never part of it
/// @param fullMarks what people wrote and gave all points to
record AskedQuestion(
    String set,
    String name,
    String text,
    List<String> references,
    Language language,
    int fold,
    List<String> fullMarks) {

  Probe probe(String kind, String wording, String answer) {
    return new Probe(this, kind, wording, answer);
  }
}
