package dev.mockingbird.search.bank.door;

import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.reading.Lines;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import dev.mockingbird.search.bank.reading.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question while its fields are being read; what a file does not say stays as it is here.
final class Draft {

  String title = "";
  String body = "";
  String reference = "";
  List<String> section = List.of();
  List<String> furtherTopics = List.of();
  List<KeyPoint> keyPoints = List.of();
  List<String> hints = List.of();
  List<String> rubric = List.of();
  List<String> followUps = List.of();
  List<String> sources = List.of();
  List<String> tags = List.of();
  @Nullable Language language;
  @Nullable Difficulty difficulty;
  @Nullable Integer minutes;
  @Nullable String key;
  @Nullable String id;
  @Nullable String translation;
  @Nullable String source;

  /// @param topic empty for none
  void topic(String topic) {
    section = topic.isEmpty() ? List.of() : List.of(topic);
  }

  /// @param spoken the language of a question that does not tell its own
  ReadItem item(String itemKey, int line, List<Lines> answerLines, Language spoken, Reason reason) {
    return new ReadItem(
        itemKey,
        line,
        ReadItem.Kind.QUESTION,
        section,
        title,
        body,
        new StaffMaterial(reference, keyPoints, hints, sources, rubric, followUps),
        metadata(Metadata.none(Values.isChinese(title) ? Language.CHINESE : spoken)),
        furtherTopics,
        reference.isBlank() ? List.of() : answerLines,
        reason);
  }

  private Metadata metadata(Metadata usual) {
    return new Metadata(
        key,
        language == null ? usual.language() : language,
        difficulty == null ? usual.difficulty() : difficulty,
        minutes == null ? usual.minutes() : minutes,
        tags,
        id,
        translation,
        source);
  }
}
