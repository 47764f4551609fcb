package dev.mockingbird.demo;

/// A step of the demo did not go as an interview should.
final class StepFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  StepFailedException(String message) {
    super(message);
  }
}
