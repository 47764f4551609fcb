package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.Question;
import java.util.List;
import java.util.stream.Stream;

/// What a list said about a question, short enough to be kept with every import: enough to see next
/// time whether list or bank have changed since.
///
/// @param edited a person wrote over it when it was imported
record Said(String digest, boolean edited) {

  private static final int LENGTH = 12;
  private static final String EDITED = "*";

  /// The order of topics and tags says nothing.
  static Said of(Question question) {
    var content = question.content();
    StaffMaterial staff = question.staff();
    Filing filing = question.filing();
    List<Object> all =
        List.of(
            content.language(),
            content.title(),
            content.body(),
            content.difficulty(),
            content.minutes(),
            content.tags().stream().sorted().toList(),
            topics(question).sorted().toList(),
            staff.reference(),
            staff.keyPoints(),
            staff.hints(),
            staff.sources(),
            staff.rubric(),
            staff.followUps(),
            String.valueOf(filing.translationKey()));
    return new Said(Identity.digest(all.toString()).substring(0, LENGTH), false);
  }

  static Said parse(String text) {
    return text.endsWith(EDITED)
        ? new Said(text.substring(0, text.length() - 1), true)
        : new Said(text, false);
  }

  static Stream<String> topics(Question question) {
    return Stream.concat(
            Stream.of(question.content().topic()), question.filing().furtherTopics().stream())
        .filter(topic -> !topic.isEmpty())
        .distinct();
  }

  Said withEdits() {
    return new Said(digest, true);
  }

  boolean sameAs(Said other) {
    return digest.equals(other.digest);
  }

  String text() {
    return edited ? digest + EDITED : digest;
  }
}
