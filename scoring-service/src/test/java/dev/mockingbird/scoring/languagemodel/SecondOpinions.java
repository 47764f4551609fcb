package dev.mockingbird.scoring.languagemodel;

/// For tests of other features that have a second opinion.
public final class SecondOpinions {

  private SecondOpinions() {}

  public static SecondOpinion at(String url) {
    return Asked.at(url).opinion();
  }

  public static String verdicts(String... each) {
    return Asked.verdicts(each);
  }
}
