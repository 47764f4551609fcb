package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person wrote over an item; what is absent stays as the file says it.
record ItemEdit(
    @Nullable String title,
    @Nullable String body,
    @Nullable String reference,
    @Nullable List<KeyPoint> keyPoints,
    @Nullable List<String> hints,
    @Nullable List<String> sources,
    @Nullable List<String> rubric,
    @Nullable List<String> followUps,
    @Nullable String topic,
    @Nullable List<String> furtherTopics,
    @Nullable List<String> tags,
    @Nullable Language language,
    @Nullable Difficulty difficulty,
    @Nullable Integer minutes) {

  private static final int LONGEST_MINUTES = 120;

  static ItemEdit titled(String title) {
    return new ItemEdit(
        title, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /// With this title, unless a person wrote another.
  ItemEdit orTitled(String other) {
    return new ItemEdit(
        title == null ? other : title,
        body,
        reference,
        keyPoints,
        hints,
        sources,
        rubric,
        followUps,
        topic,
        furtherTopics,
        tags,
        language,
        difficulty,
        minutes);
  }

  ReadItem over(ReadItem read) {
    return new ReadItem(
        read.key(),
        read.line(),
        read.kind(),
        topic == null ? read.section() : topic.isBlank() ? List.of() : List.of(topic.strip()),
        title == null || title.isBlank() ? read.title() : title.strip(),
        body == null ? read.body() : body.strip(),
        staff(read.staff()),
        metadata(read.metadata()),
        or(furtherTopics, read.furtherTopics()),
        read.answerLines(),
        read.reason());
  }

  private StaffMaterial staff(StaffMaterial read) {
    return new StaffMaterial(
        reference == null ? read.reference() : reference.strip(),
        keyPoints == null
            ? read.keyPoints()
            : keyPoints.stream()
                .filter(it -> it != null && it.text() != null && !it.text().isBlank())
                .map(it -> new KeyPoint(it.text().strip(), Math.clamp(it.weight(), 1, 3)))
                .toList(),
        or(hints, read.hints()),
        or(sources, read.sources()),
        or(rubric, read.rubric()),
        or(followUps, read.followUps()));
  }

  private Metadata metadata(Metadata read) {
    return new Metadata(
        read.key(),
        language == null ? read.language() : language,
        difficulty == null ? read.difficulty() : difficulty,
        minutes == null ? read.minutes() : Math.clamp(minutes, 1, LONGEST_MINUTES),
        or(tags, read.tags()),
        read.id(),
        read.translation(),
        read.source());
  }

  private static List<String> or(@Nullable List<String> written, List<String> read) {
    return written == null
        ? read
        : written.stream()
            .filter(it -> it != null && !it.isBlank())
            .map(String::strip)
            .distinct()
            .toList();
  }
}
