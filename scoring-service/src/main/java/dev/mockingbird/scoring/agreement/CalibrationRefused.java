package dev.mockingbird.scoring.agreement;

/// A calibration that may not be used, or cannot be made, with what to do about it.
public final class CalibrationRefused extends Exception {

  private static final long serialVersionUID = 1;

  CalibrationRefused(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
