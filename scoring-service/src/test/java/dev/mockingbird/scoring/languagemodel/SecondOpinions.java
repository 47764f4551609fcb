package dev.mockingbird.scoring.languagemodel;

import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// For tests of other features that have a second opinion.
public final class SecondOpinions {

  private static final Pattern KEY_POINTS = Pattern.compile("each of the (\\d+) key points");

  private SecondOpinions() {}

  public static SecondOpinion at(String url) {
    return Asked.at(url).opinion();
  }

  /// The reply to a request that finds no key point in its answer.
  public static String allMissing(ModelServer.Request request) {
    Matcher asked = KEY_POINTS.matcher(request.body());
    int keyPoints = asked.find() ? Integer.parseInt(asked.group(1)) : 0;
    return Asked.verdicts(Collections.nCopies(keyPoints, "MISSING").toArray(String[]::new));
  }

  public static String verdicts(String... each) {
    return Asked.verdicts(each);
  }
}
