package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.agreement.GradedAnswer;
import dev.mockingbird.scoring.agreement.GradedAnswer.Label;
import dev.mockingbird.scoring.agreement.GradedAnswers;
import dev.mockingbird.scoring.model.OnnxEncoder;
import dev.mockingbird.scoring.scorer.Graded.Kind;
import dev.mockingbird.scoring.trial.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The graded answers of one language, each laid beside its references, with made-up ones between
/// them that deserve nothing.
final class GradedSets {

  static final int FOLDS = 10;

  /// Of a label, on the scale of people who grade: what is judged wrong still earns them something.
  private static final double INCORRECT = 0.6;

  private static final double LABELLED_WEIGHT = 0.4;
  private static final double MADE_UP_WEIGHT = 0.1;
  private static final int VARIANTS = 2;
  private static final int OFF_TOPIC_TEXTS = 12;

  /// The others tell what is off-topic, and move no score.
  private static final int WEIGHING_TEXTS = 3;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Language language;
  private final TokenEncoder encoder;
  private final List<Graded> rows = new ArrayList<>();
  private final Map<String, EncodedQuestion> questions = new HashMap<>();
  private final Map<String, EncodedReference> references = new HashMap<>();
  private final List<AskedQuestion> asked = new ArrayList<>();
  private float[] center = new float[0];

  private record Line(GradedAnswer answer, String split) {}

  private GradedSets(Language language) {
    this.language = language;
    this.encoder = language == Language.ENGLISH ? OnnxEncoder.english() : OnnxEncoder.chinese();
  }

  /// @param folder has `mohler`, `scientsbank`, `ads` and `le` as JSON Lines
  /// @param bank our starter bank
  static GradedSets read(Language language, Path folder, List<BankQuestion> bank)
      throws IOException, Unreadable {
    GradedSets sets = new GradedSets(language);
    List<Line> lines = new ArrayList<>();
    for (String set : sets.names()) {
      for (String line : Files.readAllLines(folder.resolve(set + ".jsonl"))) {
        JsonNode node = sets.json.readTree(line);
        lines.add(new Line(GradedAnswers.read(node, set), node.path("split").asString("")));
      }
    }
    sets.findCenter(lines);
    sets.addGraded(lines);
    sets.addOurs(bank.stream().filter(it -> it.language() == language).toList());
    return sets;
  }

  List<Graded> rows() {
    return rows;
  }

  float[] center() {
    return center;
  }

  TokenEncoder encoder() {
    return encoder;
  }

  /// Each question once, to try probes with.
  List<AskedQuestion> asked() {
    return asked;
  }

  private List<String> names() {
    return language == Language.ENGLISH ? List.of("mohler", "scientsbank") : List.of("ads", "le");
  }

  /// Whole assignments of one course are left out together.
  private static int fold(Line line) {
    String question = line.answer().questionId();
    if (line.split().startsWith("unseen")) {
      return -1;
    }
    return switch (line.answer().set()) {
      case "mohler" -> Integer.parseInt(question.split("\\.")[0]) - 1;
      case "ads" -> Integer.parseInt(question) % FOLDS;
      default -> Math.floorMod(question.hashCode(), FOLDS);
    };
  }

  private static int fold(BankQuestion question) {
    return Math.floorMod(question.title().hashCode(), FOLDS);
  }

  private void findCenter(List<Line> lines) {
    Set<String> texts = new LinkedHashSet<>();
    for (Line line : lines) {
      texts.add(line.answer().question());
      texts.add(line.answer().answer());
      texts.addAll(line.answer().references());
    }
    center = center(texts);
  }

  private float[] center(Collection<String> texts) {
    double[] sum = new double[0];
    long count = 0;
    for (String text : texts) {
      List<Token> tokens = encoder.tokens(text);
      for (float[] vector :
          encoder.vectors(tokens.subList(0, Math.min(encoder.window(), tokens.size())))) {
        sum = sum.length == 0 ? new double[vector.length] : sum;
        for (int d = 0; d < sum.length; d++) {
          sum[d] += vector[d];
        }
        count++;
      }
    }
    float[] mean = new float[sum.length];
    for (int d = 0; d < mean.length; d++) {
      // As it is written into the resource.
      mean[d] = (float) (Math.round(1e5 * sum[d] / count) / 1e5);
    }
    return mean;
  }

  private void addGraded(List<Line> lines) {
    Map<String, List<Line>> byQuestion = new LinkedHashMap<>();
    for (Line line : lines) {
      GradedAnswer answer = line.answer();
      add(
          set(line),
          answer.questionId(),
          Kind.HUMAN,
          answer.label(),
          fold(line),
          grade(answer),
          answer.label() == null ? 1 : LABELLED_WEIGHT,
          answer.submission());
      byQuestion
          .computeIfAbsent(answer.set() + answer.questionId(), _ -> new ArrayList<>())
          .add(line);
    }
    List<List<Line>> all = List.copyOf(byQuestion.values());
    all.forEach(it -> asked.add(asked(it)));
    Random random = new Random(7);
    for (int i = 0; i < all.size(); i++) {
      Line first = all.get(i).getFirst();
      double weight =
          MADE_UP_WEIGHT
              * all.get(i).size()
              / 10
              * (first.answer().label() == null ? 1 : LABELLED_WEIGHT);
      String reference = first.answer().references().getFirst();
      add(first, Kind.ECHO, first.answer().question(), weight / 2);
      add(first, Kind.REFERENCE, reference, weight);
      for (int text = 0; text < OFF_TOPIC_TEXTS; text++) {
        add(
            first,
            Kind.OFF_TOPIC,
            Probes.offTopic(language, i * OFF_TOPIC_TEXTS + text),
            text < WEIGHING_TEXTS ? weight / 2 / WEIGHING_TEXTS : 0);
      }
      add(first, Kind.NEGATED, Probes.negated(reference, language), 0);
      for (int variant = 0; variant < VARIANTS; variant++) {
        Line other = random(all.get(random.nextInt(all.size())), random);
        if (!other.answer().question().equals(first.answer().question())) {
          add(first, Kind.OTHER_ANSWER, other.answer().answer(), weight / 2);
          add(first, Kind.OTHER_ANSWER, other.answer().references().getFirst(), weight / 2);
        }
        add(first, Kind.KEYWORD_BAG, Probes.bag(reference, language, variant == 1, random), 0);
      }
    }
  }

  private static Line random(List<Line> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private AskedQuestion asked(List<Line> lines) {
    GradedAnswer first = lines.getFirst().answer();
    return new AskedQuestion(
        first.set(),
        first.questionId(),
        first.question(),
        first.references(),
        language,
        fold(lines.getFirst()),
        lines.stream()
            .map(Line::answer)
            .filter(it -> grade(it) == 1)
            .map(GradedAnswer::answer)
            .toList());
  }

  private static double grade(GradedAnswer answer) {
    if (answer.label() == null) {
      return answer.grade() / answer.maxGrade();
    }
    return switch (answer.label()) {
      case CORRECT -> 1;
      case INCORRECT, CONTRADICTORY -> INCORRECT;
    };
  }

  private static String set(Line line) {
    return line.split().isEmpty() ? line.answer().set() : line.answer().set() + " " + line.split();
  }

  private void add(Line like, Kind kind, String text, double weight) {
    GradedAnswer answer = like.answer();
    Submission submission =
        new Submission(answer.question(), answer.references(), List.of(), text, language);
    double grade = kind == Kind.REFERENCE ? 1 : 0;
    add(set(like), answer.questionId(), kind, null, fold(like), grade, weight, submission);
  }

  private void addOurs(List<BankQuestion> bank) {
    Random random = new Random(11);
    for (BankQuestion own : bank) {
      asked.add(
          new AskedQuestion(
              "starter bank",
              own.title(),
              own.title(),
              List.of(own.reference()),
              language,
              fold(own),
              List.of()));
      BankQuestion other = bank.get(random.nextInt(bank.size()));
      if (!other.title().equals(own.title())) {
        add(own, Kind.OTHER_ANSWER, other.reference(), MADE_UP_WEIGHT);
      }
      add(own, Kind.REFERENCE, own.reference(), MADE_UP_WEIGHT);
      add(own, Kind.ECHO, own.title(), MADE_UP_WEIGHT);
      for (int text = 0; text < OFF_TOPIC_TEXTS; text++) {
        add(
            own,
            Kind.OFF_TOPIC,
            Probes.offTopic(language, asked.size() * OFF_TOPIC_TEXTS + text),
            text < 1 ? MADE_UP_WEIGHT : 0);
      }
      add(own, Kind.NEGATED, Probes.negated(own.reference(), language), 0);
      add(own, Kind.KEYWORD_BAG, Probes.bag(own.reference(), language, true, random), 0);
    }
  }

  private void add(BankQuestion of, Kind kind, String text, double weight) {
    add(
        "starter bank",
        of.title(),
        kind,
        null,
        fold(of),
        kind == Kind.REFERENCE ? 1 : 0,
        weight,
        new Submission(of.title(), List.of(of.reference()), List.of(), text, language));
  }

  private void add(
      String set,
      String question,
      Kind kind,
      @Nullable Label label,
      int fold,
      double grade,
      double weight,
      Submission submission) {
    ReadAnswer answer = ReadAnswer.of(submission);
    if (answer.sentences().isEmpty()) {
      if (kind == Kind.HUMAN) {
        rows.add(Graded.ofNothing(set, question, label, fold, grade));
      }
      return;
    }
    EncodedQuestion asked =
        questions.computeIfAbsent(
            submission.question(), it -> EncodedQuestion.of(it, language, encoder, center));
    List<List<KeyPoint>> choices = KeyPoints.choices(submission);
    List<Comparison> comparisons =
        choices.stream()
            .map(choice -> Comparison.of(encoded(asked, choice), answer, encoder, center))
            .toList();
    rows.add(
        new Graded(
            set,
            question,
            kind,
            label,
            comparisons.getFirst().demand(),
            fold,
            grade,
            weight,
            comparisons,
            comparisons.stream().map(Comparison::aspects).toList()));
  }

  private EncodedReference encoded(EncodedQuestion question, List<KeyPoint> choice) {
    return references.computeIfAbsent(
        question.surface() + "\n" + choice,
        _ -> EncodedReference.of(question, choice, encoder, center));
  }
}
