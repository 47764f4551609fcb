package dev.mockingbird.search.bank;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Filing;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A question as a person writes it. What is left out is empty, except for the language.
///
/// @param translation id of the same question in the other language
public record QuestionForm(
    String title,
    String body,
    @Nullable Language language,
    String topic,
    List<String> furtherTopics,
    Difficulty difficulty,
    Integer minutes,
    List<String> tags,
    String reference,
    List<KeyPoint> keyPoints,
    List<String> rubric,
    List<String> hints,
    List<String> followUps,
    List<String> sources,
    @Nullable String translation) {

  private static final int DEFAULT_MINUTES = 5;
  private static final Pattern EMPTY_LINES = Pattern.compile("\\A(\\h*\n)+");

  @SuppressWarnings({"ConstantValue", "unused"})
  public QuestionForm {
    title = line(title);
    body = text(body);
    topic = line(topic);
    furtherTopics = lines(furtherTopics);
    difficulty = difficulty == null ? Difficulty.MEDIUM : difficulty;
    minutes = minutes == null ? DEFAULT_MINUTES : minutes;
    tags = lines(tags);
    reference = text(reference);
    keyPoints = keyPoints == null ? List.of() : keyPoints(keyPoints);
    rubric = texts(rubric);
    hints = texts(hints);
    followUps = texts(followUps);
    sources = lines(sources);
    translation = translation == null || translation.isBlank() ? null : translation;
  }

  public static QuestionForm of(Question question, Optional<String> translation) {
    QuestionSnapshot content = question.content();
    StaffMaterial staff = question.staff();
    return new QuestionForm(
        content.title(),
        content.body(),
        content.language(),
        content.topic(),
        question.filing().furtherTopics(),
        content.difficulty(),
        content.minutes(),
        content.tags(),
        staff.reference(),
        staff.keyPoints(),
        staff.rubric(),
        staff.hints(),
        staff.followUps(),
        staff.sources(),
        translation.orElse(null));
  }

  /// @throws NullPointerException when it has no language
  public Question question(String id, int version, Filing filing) {
    return new Question(
        new QuestionSnapshot(
            id,
            version,
            Objects.requireNonNull(language),
            topic,
            title,
            body,
            difficulty,
            minutes,
            tags),
        new StaffMaterial(reference, keyPoints, hints, sources, rubric, followUps),
        filing);
  }

  private static List<KeyPoint> keyPoints(List<KeyPoint> points) {
    return points.stream()
        .filter(Objects::nonNull)
        .map(it -> new KeyPoint(text(it.text()), it.weight() == 0 ? 1 : it.weight()))
        .filter(it -> !it.text().isEmpty())
        .toList();
  }

  private static List<String> texts(@Nullable List<String> texts) {
    return texts == null
        ? List.of()
        : texts.stream().map(QuestionForm::text).filter(it -> !it.isEmpty()).toList();
  }

  private static List<String> lines(@Nullable List<String> lines) {
    return lines == null
        ? List.of()
        : lines.stream().map(QuestionForm::line).filter(it -> !it.isEmpty()).distinct().toList();
  }

  /// Without empty lines around it, with the line ends of the bank; the indentation of the first
  /// line may mean something.
  private static String text(@Nullable String text) {
    return text == null
        ? ""
        : EMPTY_LINES
            .matcher(text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing())
            .replaceFirst("");
  }

  private static String line(@Nullable String line) {
    return text(line).replace('\n', ' ').strip();
  }
}
