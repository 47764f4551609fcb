package dev.mockingbird.scoring.scorer.opposition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `yes` or `no` that a text begins with.
final class YesOrNo {

  private static final Pattern FIRST =
      Pattern.compile(
          "(?i)^[\\s\\p{P}]*(?:(yes|yeah|correct|true|是的?|对的?|会的?|能|可以|正确)"
              + "|(no|nope|incorrect|false|不是|不对|不会|不能|不可以|错误?|不正确|否))(?=[\\s,.，。;；!！]|$)");

  private YesOrNo() {}

  /// One says yes and the other no.
  static boolean opposed(String one, String other) {
    Matcher ours = FIRST.matcher(one);
    Matcher theirs = FIRST.matcher(other);
    return ours.find() && theirs.find() && (ours.group(1) == null) != (theirs.group(1) == null);
  }
}
