package dev.mockingbird.scoring.scorer.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Words of languages that hold a sentence together and say nothing by themselves.
public final class StopWords {

  private static final Set<String> ENGLISH =
      Set.copyOf(
          Arrays.asList(
              ("a an the and or but if then than that this thi thes those thos it its is are was were be been"
                      + " being bee am do does doe did don doing has have hav had having of to in on at by for"
                      + " from with into onto over under about as so such can could may might must"
                      + " should would will shall not nor which who whom whose what when where wher why"
                      + " how there ther their them they he she his her him we our us you your i me my"
                      + " also only just very more most some any each both other otherwise between while"
                      + " whil because becaus use used us using make mak get give giv let like")
                  .split(" ")));
  private static final String CHINESE =
      "的了是在和与或及而且也都就还又并不没有为以于从到对把被让使等这那其之所可会能要个些种"
          + "每最只再更很太才便各该着过得地"
          + "什么怎样如何哪吗呢吧啊我你他她它们一上下中里后前时候因此但则若如果即";

  private StopWords() {}

  /// @param key of a [Term]
  public static boolean contains(String key) {
    return ENGLISH.contains(key) || key.codePoints().allMatch(it -> CHINESE.indexOf(it) >= 0);
  }

  /// The rest of some keys of [Term]s.
  public static Set<String> without(Set<String> keys) {
    Set<String> rest = new HashSet<>(keys);
    rest.removeIf(StopWords::contains);
    return rest;
  }

  public static boolean contains(int codePoint) {
    return CHINESE.indexOf(codePoint) >= 0;
  }
}
