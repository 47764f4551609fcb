package dev.mockingbird.search.bank.editing;

import dev.mockingbird.events.Filing;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.Questions;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionForm;
import dev.mockingbird.search.bank.editing.FieldProblem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Says everything that is wrong with a form at once, field by field. A list may bring more than a
/// person may write; what did not grow since is not in the way of another correction.
final class FormCheck {

  static final int TITLE = 2_000;
  static final int LINE = 300;
  static final int TEXT = 2_000;
  static final int MANY = 30;
  private static final int LONGEST_TIME = 120;
  private static final int HIGHEST_WEIGHT = 3;

  private final QuestionForm form;
  private final @Nullable QuestionForm before;
  private final List<FieldProblem> problems = new ArrayList<>();

  private FormCheck(QuestionForm form, @Nullable QuestionForm before) {
    this.form = form;
    this.before = before;
  }

  /// @param before what the question says now, null for a new one
  /// @return empty when the form is a question
  static List<FieldProblem> of(QuestionForm form, @Nullable QuestionForm before) {
    return new FormCheck(form, before).problems();
  }

  private List<FieldProblem> problems() {
    if (form.title().isEmpty()) {
      required("title", "A question needs a title: the question itself.");
    }
    if (form.language() == null) {
      required("language", "language is zh or en.");
    }
    within("title", form.title(), TITLE);
    within("topic", form.topic(), before == null ? LINE : longest(LINE, List.of(before.topic())));
    if (form.minutes() < 1 || form.minutes() > LONGEST_TIME) {
      outOfRange("minutes", LONGEST_TIME);
    }
    each("furtherTopics", QuestionForm::furtherTopics, LINE);
    each("tags", QuestionForm::tags, LINE);
    each("rubric", QuestionForm::rubric, TEXT);
    each("hints", QuestionForm::hints, TEXT);
    each("followUps", QuestionForm::followUps, TEXT);
    each("sources", QuestionForm::sources, TEXT);
    keyPoints();
    if (problems.isEmpty()) {
      whole();
    }
    return problems;
  }

  private void keyPoints() {
    each("keyPoints", it -> it.keyPoints().stream().map(KeyPoint::text).toList(), TEXT);
    for (int i = 0; i < form.keyPoints().size(); i++) {
      int weight = form.keyPoints().get(i).weight();
      if (weight < 1 || weight > HIGHEST_WEIGHT) {
        outOfRange("keyPoints[" + i + "].weight", HIGHEST_WEIGHT);
      }
    }
  }

  private void whole() {
    Question question = form.question("", 1, new Filing(form.furtherTopics(), null, null));
    if (Questions.length(question.content(), question.staff()) > Questions.LONGEST) {
      problems.add(
          new FieldProblem(
              "reference",
              Code.TOO_LONG,
              Questions.LONGEST,
              "All texts of a question together have up to " + Questions.LONGEST + " characters."));
    }
  }

  private void each(String field, Function<QuestionForm, List<String>> of, int limit) {
    List<String> texts = of.apply(form);
    List<String> were = before == null ? List.of() : of.apply(before);
    int many = Math.max(MANY, were.size());
    if (texts.size() > many) {
      problems.add(
          new FieldProblem(field, Code.TOO_MANY, many, field + " has up to " + many + " entries."));
    }
    int longest = longest(limit, were);
    for (int i = 0; i < texts.size(); i++) {
      within(field + "[" + i + "]", texts.get(i), longest);
    }
  }

  private static int longest(int limit, List<String> texts) {
    return texts.stream().mapToInt(String::length).reduce(limit, Math::max);
  }

  private void within(String field, String text, int limit) {
    if (text.length() > limit) {
      problems.add(
          new FieldProblem(
              field, Code.TOO_LONG, limit, field + " has up to " + limit + " characters."));
    }
  }

  private void outOfRange(String field, int limit) {
    problems.add(
        new FieldProblem(field, Code.OUT_OF_RANGE, limit, field + " is 1 to " + limit + "."));
  }

  private void required(String field, String detail) {
    problems.add(new FieldProblem(field, Code.REQUIRED, null, detail));
  }

  /// @param other what the form names as its counterpart
  /// @param linked what that one is linked with already
  static List<FieldProblem> counterpart(QuestionForm form, String id, Counterpart other) {
    return switch (other) {
      case Counterpart.None _ -> List.of();
      case Counterpart.Unknown _ ->
          List.of(
              new FieldProblem(
                  "translation", Code.UNKNOWN, null, "The bank has no such question."));
      case Counterpart.Known it -> {
        Language language = it.question().content().language();
        if (language == form.language() || it.question().content().id().equals(id)) {
          yield List.of(
              new FieldProblem(
                  "translation",
                  Code.SAME_LANGUAGE,
                  null,
                  "A counterpart is the question in the other language."));
        }
        yield it.linkedTo() == null || it.linkedTo().equals(id)
            ? List.of()
            : List.of(
                new FieldProblem(
                    "translation",
                    Code.TAKEN,
                    null,
                    "That question is linked with another one. Unlink it there first."));
      }
    };
  }
}
