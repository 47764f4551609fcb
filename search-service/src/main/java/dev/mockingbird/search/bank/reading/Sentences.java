package dev.mockingbird.search.bank.reading;

import dev.mockingbird.events.Language;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts reasons and warnings into words, Chinese or English; the words stand in
/// `sentences*.properties` beside this class.
public final class Sentences {

  /// The reason of which a value is the name of a shape.
  private static final String OF_A_SHAPE = "shape.asks";

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:folded-|quote-|list-\\d{1,3}-)*+(heading-([1-6])|(bullet|number|summary|table|paragraph|bold|text|line|file)(?=-|$)).*");

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
    List<String> values =
        reason.code().equals(OF_A_SHAPE)
            ? reason.values().stream().map(this::shapeInWords).toList()
            : reason.values();
    return filled("reason." + reason.code(), values);
  }

  /// What was noticed.
  public String of(ImportWarning warning) {
    return filled("warning." + warning.code().wire(), warning.values());
  }

  /// What to do about it.
  public String fix(ImportWarning warning) {
    return filled("fix." + warning.code().wire(), warning.values());
  }

  /// A shape by the name that people have for it; any other value as it is.
  private String shapeInWords(String value) {
    Matcher shape = SHAPE.matcher(value);
    if (!shape.matches()) {
      return value;
    }
    boolean heading = shape.group(2) != null;
    String name = heading ? "heading" : shape.group(3);
    String level = heading ? shape.group(2) : "";
    return words.getString("shape." + name).replace("{0}", level);
  }

  private String filled(String key, List<String> values) {
    String sentence = words.getString(key);
    for (int i = 0; i < values.size(); i++) {
      sentence = sentence.replace("{" + i + "}", values.get(i));
    }
    return sentence;
  }
}
