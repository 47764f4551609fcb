package dev.mockingbird.search.bank.reading;

import dev.mockingbird.events.Language;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// Puts reasons and warnings into words, Chinese or English; the words stand in
/// `sentences*.properties` beside this class.
public final class Sentences {

  private final ResourceBundle words;

  private Sentences(ResourceBundle words) {
    this.words = words;
  }

  public static Sentences in(Language language) {
    Locale locale =
        switch (language) {
          case CHINESE -> Locale.CHINESE;
          case ENGLISH -> Locale.ROOT;
        };
    return new Sentences(
        ResourceBundle.getBundle(
            "dev.mockingbird.search.bank.reading.sentences",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  public String of(Reason reason) {
    return filled("reason." + reason.code(), reason.values());
  }

  /// What was noticed.
  public String of(ImportWarning warning) {
    return filled("warning." + warning.code().wire(), warning.values());
  }

  /// What to do about it.
  public String fix(ImportWarning warning) {
    return filled("fix." + warning.code().wire(), warning.values());
  }

  private String filled(String key, List<String> values) {
    String sentence = words.getString(key);
    for (int i = 0; i < values.size(); i++) {
      sentence = sentence.replace("{" + i + "}", values.get(i));
    }
    return sentence;
  }
}
