package dev.mockingbird.scoring.shell;

/// What keeps a command from its work, told as a sentence.
final class Trouble extends Exception {

  private static final long serialVersionUID = 1;

  Trouble(String sentence) {
    super(sentence);
  }
}
