package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.Question;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a list said about a question, short enough to be kept with every import: enough to see next
/// time whether list or bank have changed since.
///
/// @param edited a person wrote over it when it was imported
/// @param part such as `1/2` of a question that was split; null of a whole one
record Said(String digest, boolean edited, @Nullable String part) {

  private static final int LENGTH = 12;
  private static final String EDITED = "*";
  private static final char PART = ' ';

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
    return new Said(Identity.digest(all.toString()).substring(0, LENGTH), false, null);
  }

  static Said parse(String text) {
    int space = text.indexOf(PART);
    String said = space < 0 ? text : text.substring(0, space);
    String part = space < 0 ? null : text.substring(space + 1);
    return said.endsWith(EDITED)
        ? new Said(said.substring(0, said.length() - 1), true, part)
        : new Said(said, false, part);
  }

  static Stream<String> topics(Question question) {
    return Stream.concat(
            Stream.of(question.content().topic()), question.filing().furtherTopics().stream())
        .filter(topic -> !topic.isEmpty())
        .distinct();
  }

  Said within(Group group) {
    return new Said(digest, group.edited(), group.part());
  }

  boolean sameAs(Said other) {
    return digest.equals(other.digest);
  }

  String text() {
    return (edited ? digest + EDITED : digest) + (part == null ? "" : PART + part);
  }
}
