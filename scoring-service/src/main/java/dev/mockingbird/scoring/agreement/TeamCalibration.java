package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.Language;
import dev.mockingbird.events.ScoreEvent.Scorer;
import java.util.EnumMap;
import java.util.Map;

/// What a team learned from its own grades: curves from the shipped score to theirs, for the
/// languages that it graded enough answers in.
///
/// @param fittedOn the scorer whose scores these curves take; another's mean something else
/// @param curves in the order of the languages
public record TeamCalibration(Scorer fittedOn, Map<Language, Fitted> curves) {

  /// @param model hash of the language's model
  /// @param answers on how many it was fitted
  public record Fitted(String model, int answers, int questions, Curve curve) {}

  public TeamCalibration {
    curves = new EnumMap<>(curves);
  }

  /// Names the coefficients: the same ones have the same name everywhere.
  public String name() {
    return CalibrationFile.name(this);
  }

  /// The name under which scores that went through it are kept.
  public Scorer scorer() {
    return new Scorer(fittedOn.name(), fittedOn.version(), name());
  }
}
