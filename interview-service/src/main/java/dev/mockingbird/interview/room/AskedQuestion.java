package dev.mockingbird.interview.room;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A question of this room from its asking on.
public final class AskedQuestion {

  /// @param attempt from 1
  public record Answer(
      int attempt, Instant at, PersonId person, String text, int documentVersion) {}

  private final int question;
  private final int planned;
  private final QuestionSnapshot content;
  private final StaffMaterial staff;
  private final Instant askedAt;
  private final List<String> hintsShown = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private boolean released;

  AskedQuestion(
      int question, int planned, QuestionSnapshot content, StaffMaterial staff, Instant askedAt) {
    this.question = question;
    this.planned = planned;
    this.content = content;
    this.staff = staff;
    this.askedAt = askedAt;
  }

  /// The document of a question, as long as there is one for each.
  public static String documentOf(int question) {
    return "q" + question + ":text";
  }

  void hintShown(String text) {
    hintsShown.add(text);
  }

  void answered(Answer answer) {
    answers.add(answer);
  }

  void release() {
    released = true;
  }

  public int question() {
    return question;
  }

  public int planned() {
    return planned;
  }

  public QuestionSnapshot content() {
    return content;
  }

  public StaffMaterial staff() {
    return staff;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public String document() {
    return documentOf(question);
  }

  public List<String> hintsShown() {
    return Collections.unmodifiableList(hintsShown);
  }

  public List<Answer> answers() {
    return Collections.unmodifiableList(answers);
  }

  public boolean released() {
    return released;
  }
}
