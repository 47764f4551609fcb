package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.text.CleanText;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one answer, sentence by sentence.
final class Reading {

  private static final int SHORT_SENTENCE = 8;
  private static final double REPEATED_SHARE = 0.25;

  private final Submission submission;
  private final CleanText clean;
  private final Set<Rule> rules = EnumSet.noneOf(Rule.class);
  private final List<Sentence> kept = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private int all;
  private int repeated;
  private @Nullable Set<String> subject;

  Reading(Submission submission) {
    this.submission = submission;
    this.clean = CleanText.of(submission.answer());
  }

  ReadAnswer read() {
    Sentence.of(clean.text()).forEach(this::read);
    if (repeated > SHORT_SENTENCE && repeated >= REPEATED_SHARE * all) {
      rules.add(Rule.REPETITION);
    }
    if (clean.hidden()) {
      rules.add(Rule.HIDDEN_CHARACTERS);
    }
    if (clean.lookAlikes()) {
      rules.add(Rule.LOOK_ALIKES);
    }
    return new ReadAnswer(clean, List.copyOf(kept), rules);
  }

  private void read(Sentence sentence) {
    String said = sentence.in(clean.text());
    if (Instructions.in(said)) {
      rules.add(Rule.INSTRUCTIONS);
      Instructions.around(sentence, clean.text()).stream()
          .filter(it -> tells(Talk.withoutTalk(keys(it))))
          .forEach(this::keep);
    } else if (!isTalk(keys(sentence))) {
      keep(sentence);
    }
  }

  private void keep(Sentence sentence) {
    String key = sentence.key(clean.text());
    int once = (key + key).indexOf(key, 1);
    all += key.length();
    if (!known.add(key.substring(0, once))) {
      repeated += key.length();
    } else if (key.length() - once <= SHORT_SENTENCE) {
      kept.add(sentence);
    } else {
      repeated += key.length() - once;
      kept.add(begin(sentence, once));
    }
  }

  /// As far as these letters and digits go.
  private Sentence begin(Sentence sentence, int letters) {
    int at = sentence.from();
    int left = letters;
    while (at < sentence.to() && left > 0) {
      int codePoint = clean.text().codePointAt(at);
      at += Character.charCount(codePoint);
      left -= Character.isLetterOrDigit(codePoint) ? Character.charCount(codePoint) : 0;
    }
    return new Sentence(sentence.from(), at);
  }

  /// English that is about the grade, or about the candidate, and has no word of the key points.
  private boolean isTalk(Set<String> keys) {
    if (submission.language() != Language.ENGLISH
        || !Talk.only(keys)
        || tells(StopWords.without(keys))) {
      return false;
    }
    if (Talk.ofGrades(keys)) {
      rules.add(Rule.INSTRUCTIONS);
    }
    return true;
  }

  private Set<String> keys(Sentence sentence) {
    return Term.keys(sentence.in(clean.text()));
  }

  /// Whether there is a word of a key point among them.
  private boolean tells(Set<String> keys) {
    Set<String> ours = subject;
    if (ours == null) {
      ours = new HashSet<>();
      for (List<KeyPoint> points : KeyPoints.choices(submission)) {
        for (KeyPoint point : points) {
          ours.addAll(Term.keys(point.text()));
        }
      }
      subject = ours;
    }
    return keys.stream().anyMatch(ours::contains);
  }
}
