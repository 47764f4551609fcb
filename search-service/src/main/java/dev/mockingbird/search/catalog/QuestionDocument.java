package dev.mockingbird.search.catalog;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.Filing;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question as it is indexed. `reference` and `keyPoints` are for staff alone: they are searched
/// for staff only and returned to nobody.
///
/// @param topics its topic and the further ones
/// @param source name of the list it came from
/// @param missing what nobody has written yet, of [#REFERENCE] and [#KEY_POINTS], and [#EITHER]
///   beside any of them
/// @param retired left standing so that a late record does not bring the question back
/// @param batch what is found only once this batch took effect; absent when it is found anyway
record QuestionDocument(
    String id,
    int version,
    String title,
    String body,
    String topic,
    List<String> topics,
    List<String> topicText,
    @Nullable Language language,
    @Nullable Difficulty difficulty,
    int minutes,
    List<String> tags,
    List<String> tagText,
    boolean hasReference,
    @Nullable String source,
    List<String> missing,
    @Nullable String reference,
    @Nullable List<String> keyPoints,
    boolean retired,
    @Nullable String batch) {

  static final String REFERENCE = "reference";
  static final String KEY_POINTS = "key-points";
  static final String EITHER = "either";

  /// The version of what is purged.
  static final int PURGED = -1;

  static QuestionDocument of(QuestionSnapshot content, StaffMaterial staff, Filing filing) {
    List<String> topics =
        Stream.concat(Stream.of(content.topic()), filing.furtherTopics().stream())
            .filter(it -> !it.isEmpty())
            .distinct()
            .toList();
    return new QuestionDocument(
        content.id(),
        content.version(),
        content.title(),
        content.body(),
        content.topic(),
        topics,
        topics,
        content.language(),
        content.difficulty(),
        content.minutes(),
        content.tags(),
        content.tags(),
        !staff.reference().isBlank(),
        filing.source(),
        missing(staff),
        staff.reference(),
        staff.keyPoints().stream().map(KeyPoint::text).toList(),
        false,
        null);
  }

  QuestionDocument foundWith(@Nullable String batch) {
    return new QuestionDocument(
        id,
        version,
        title,
        body,
        topic,
        topics,
        topicText,
        language,
        difficulty,
        minutes,
        tags,
        tagText,
        hasReference,
        source,
        missing,
        reference,
        keyPoints,
        retired,
        batch);
  }

  static QuestionDocument retired(String id) {
    return gone(id, 0);
  }

  /// Nothing of the question may come back.
  static QuestionDocument purged(String id) {
    return gone(id, PURGED);
  }

  List<String> furtherTopics() {
    return topics.stream().filter(it -> !it.equals(topic)).toList();
  }

  private static QuestionDocument gone(String id, int version) {
    List<String> none = List.of();
    return new QuestionDocument(
        id, version, "", "", "", none, none, null, null, 0, none, none, false, null, none, null,
        null, true, null);
  }

  private static List<String> missing(StaffMaterial staff) {
    List<String> missing = new ArrayList<>();
    if (staff.reference().isBlank()) {
      missing.add(REFERENCE);
    }
    if (staff.keyPoints().isEmpty()) {
      missing.add(KEY_POINTS);
    }
    if (!missing.isEmpty()) {
      missing.add(EITHER);
    }
    return List.copyOf(missing);
  }
}
