package dev.mockingbird.scoring.scorer.text;

/// Cyrillic and Greek letters that look like Latin ones.
final class LookAlikes {

  private static final String SEEN = "аеорсхуіјѕһԁԛԝАВЕЅКМНОРСТХІЈοανρικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
  private static final String MEANT = "aeopcxyijshdqwABESKMHOPCTXIJoavpikABEZHIKMNOPTYX";

  private LookAlikes() {}

  /// The Latin letter that is meant, or the same character.
  static char latin(char letter) {
    int at = SEEN.indexOf(letter);
    return at < 0 ? letter : MEANT.charAt(at);
  }
}
