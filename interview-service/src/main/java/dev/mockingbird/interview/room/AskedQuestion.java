package dev.mockingbird.interview.room;

import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import dev.mockingbird.events.StaffMaterial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A question of this room from its asking on.
public final class AskedQuestion {

  /// @param attempt from 1
  public record Answer(
      int attempt,
      Instant at,
      PersonId person,
      String text,
      CodeLanguage language,
      int documentVersion) {}

  public record FollowUp(Instant at, PersonId person, String text) {}

  /// As the person's browser reported it.
  public record Run(
      Instant at,
      PersonId person,
      CodeLanguage language,
      int documentVersion,
      RunOutcome outcome,
      String output,
      boolean truncated,
      int millis) {}

  private static final int RUNS_SHOWN = 20;

  private final int question;
  private final int planned;
  private final QuestionSnapshot content;
  private final StaffMaterial staff;
  private final Instant askedAt;
  private final List<String> hintsShown = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<FollowUp> followUps = new ArrayList<>();
  private final Deque<Run> runs = new ArrayDeque<>();
  private final SortedSet<Integer> covered = new TreeSet<>();
  private CodeLanguage language = CodeLanguage.TEXT;
  private int minutes;
  private boolean released;

  AskedQuestion(
      int question, int planned, QuestionSnapshot content, StaffMaterial staff, Instant askedAt) {
    this.question = question;
    this.planned = planned;
    this.content = content;
    this.staff = staff;
    this.askedAt = askedAt;
    this.minutes = content.minutes();
  }

  void hintShown(String text) {
    hintsShown.add(text);
  }

  void answered(Answer answer) {
    answers.add(answer);
  }

  void followedUp(FollowUp followUp) {
    followUps.add(followUp);
  }

  void ran(Run run) {
    runs.addLast(run);
    if (runs.size() > RUNS_SHOWN) {
      runs.removeFirst();
    }
  }

  void ticked(int keyPoint, boolean said) {
    if (said) {
      covered.add(keyPoint);
    } else {
      covered.remove(keyPoint);
    }
  }

  void choose(CodeLanguage language) {
    this.language = language;
  }

  void allot(int minutes) {
    this.minutes = minutes;
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

  /// What everybody is shown.
  public CodeLanguage language() {
    return language;
  }

  /// The document in the chosen language.
  public String document() {
    return document(language);
  }

  public String document(CodeLanguage language) {
    return new DocumentId(question, language).toString();
  }

  /// 0: there is no limit.
  public int minutes() {
    return minutes;
  }

  public @Nullable Instant deadline() {
    return minutes == 0 ? null : askedAt.plus(Duration.ofMinutes(minutes));
  }

  public List<String> hintsShown() {
    return Collections.unmodifiableList(hintsShown);
  }

  public List<Answer> answers() {
    return Collections.unmodifiableList(answers);
  }

  public List<FollowUp> followUps() {
    return Collections.unmodifiableList(followUps);
  }

  /// The latest ones, oldest first.
  public Collection<Run> runs() {
    return Collections.unmodifiableCollection(runs);
  }

  /// Indexes of the key points that an interviewer has ticked.
  public SortedSet<Integer> covered() {
    return Collections.unmodifiableSortedSet(covered);
  }

  public boolean released() {
    return released;
  }
}
