package dev.mockingbird.scoring.scorer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.agreement.GradedAnswers;
import dev.mockingbird.scoring.model.Encoders;
import dev.mockingbird.scoring.scorer.text.Sentence;
import dev.mockingbird.scoring.scorer.text.Term;
import dev.mockingbird.scoring.trial.Unreadable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Measures how long one answer takes on one core, beside the floor in the same run: the model
/// alone on the same tokens. As in a room, where the question's key points are encoded already.
///
/// `MeasureLatency BANK [DATA]`: BANK is our starter bank, of whose reference answers the answers
/// are cut; DATA has graded sets, whose answers are measured as well.
final class MeasureLatency {

  private static final List<Integer> ENGLISH_WORDS = List.of(15, 40, 80, 150);
  private static final List<Integer> CHINESE_CHARACTERS = List.of(40, 120, 250, 500);
  private static final int GRADED = 400;
  private static final int LONG = 60;
  private static final int WARM = 400;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private record Took(double clock, double core) {}

  private final JsonMapper json = JsonMapper.builder().build();
  private final Encoders encoders = Encoders.load();
  private final AlignmentScorer scorer = new AlignmentScorer(encoders.byLanguage());
  private final Random random = new Random(1);

  private MeasureLatency() {}

  static void main(String[] args) throws Exception {
    MeasureLatency measure = new MeasureLatency();
    List<BankQuestion> bank = BankQuestion.read(Path.of(args[0]));
    System.out.printf(
        "%-24s %s%n", "p50 and p99, ms", "by the clock | of the core | model alone, of the core");
    for (Language language : Language.values()) {
      List<BankQuestion> own = bank.stream().filter(it -> it.language() == language).toList();
      List<Submission> answers = measure.cut(own, language);
      measure.print(language + ", starter bank", answers);
      if (args.length > 1) {
        measure.print(language + ", graded answers", measure.graded(language, Path.of(args[1])));
      }
      measure.print(language + ", 100 KB", measure.drowned(answers, language));
    }
  }

  private List<Submission> cut(List<BankQuestion> bank, Language language) {
    List<Submission> answers = new ArrayList<>();
    for (BankQuestion question : bank) {
      for (int length : language == Language.ENGLISH ? ENGLISH_WORDS : CHINESE_CHARACTERS) {
        BankQuestion other = bank.get(random.nextInt(bank.size()));
        String text = question.reference() + "\n" + other.reference();
        answers.add(
            new Submission(
                question.title(),
                List.of(question.reference()),
                question.keyPoints(),
                first(length, text, language),
                language));
      }
    }
    return answers;
  }

  private static String first(int length, String text, Language language) {
    if (language == Language.CHINESE) {
      return text.substring(0, Math.min(length, text.length()));
    }
    return Stream.of(text.split("(?<=\\s)")).limit(length).collect(Collectors.joining());
  }

  private List<Submission> graded(Language language, Path data) throws IOException, Unreadable {
    List<Submission> answers = new ArrayList<>();
    for (String set :
        language == Language.ENGLISH ? List.of("mohler", "scientsbank") : List.of("ads", "le")) {
      for (String line : Files.readAllLines(data.resolve(set + ".jsonl"))) {
        answers.add(GradedAnswers.read(json.readTree(line), set).submission());
      }
    }
    Collections.shuffle(answers, random);
    return answers.subList(0, Math.min(GRADED, answers.size()));
  }

  private List<Submission> drowned(List<Submission> answers, Language language) {
    List<String> noise =
        List.copyOf(Disguises.noise(Wordings.read(language).of("off-topic"), language).values());
    List<Submission> drowned = new ArrayList<>();
    for (int i = 0; i < LONG; i++) {
      Submission answer = answers.get(random.nextInt(answers.size()));
      drowned.add(
          new Submission(
              answer.question(),
              answer.references(),
              answer.keyPoints(),
              answer.answer() + "\n" + noise.get(i % noise.size()),
              language));
    }
    return drowned;
  }

  private void print(String name, List<Submission> answers) {
    List<Submission> some = new ArrayList<>(answers);
    for (int i = 0; i < WARM; i++) {
      scorer.assess(some.get(i % some.size()));
    }
    Collections.shuffle(some, random);
    List<Took> whole = new ArrayList<>();
    List<Took> model = new ArrayList<>();
    for (Submission answer : some) {
      // So that its question is remembered.
      scorer.assess(with(answer, answer.question() + "?"));
      whole.add(time(() -> scorer.assess(answer)));
      List<List<Token>> tokens = compared(answer);
      TokenEncoder encoder = encoder(answer);
      model.add(time(() -> tokens.forEach(encoder::vectors)));
    }
    double[] clock = sorted(whole, Took::clock);
    double[] core = sorted(whole, Took::core);
    double[] floor = sorted(model, Took::core);
    System.out.printf(
        Locale.ROOT,
        "%-24s %6.1f %6.1f | %6.1f %6.1f | %6.1f %6.1f  %.1f x  n %d%n",
        name,
        at(0.5, clock),
        at(0.99, clock),
        at(0.5, core),
        at(0.99, core),
        at(0.5, floor),
        at(0.99, floor),
        at(0.5, core) / at(0.5, floor),
        whole.size());
  }

  private static Submission with(Submission of, String answer) {
    return new Submission(of.question(), of.references(), of.keyPoints(), answer, of.language());
  }

  private TokenEncoder encoder(Submission answer) {
    Map<Language, TokenEncoder> all = encoders.byLanguage();
    return Objects.requireNonNull(all.get(answer.language()));
  }

  /// What the model sees of an answer that is laid beside its first reference.
  private List<List<Token>> compared(Submission submission) {
    List<KeyPoint> points = KeyPoints.choices(submission).getFirst();
    Set<String> wanted =
        points.stream().flatMap(it -> Term.keys(it.text()).stream()).collect(Collectors.toSet());
    ReadAnswer answer = ReadAnswer.of(submission).nearTo(wanted);
    TokenEncoder encoder = encoder(submission);
    List<List<Token>> windows = new ArrayList<>();
    for (Sentence sentence : answer.sentences()) {
      List<Token> tokens = encoder.tokens(sentence.in(answer.text()));
      for (int from = 0; from < tokens.size(); from += encoder.window()) {
        windows.add(tokens.subList(from, Math.min(tokens.size(), from + encoder.window())));
      }
    }
    return windows;
  }

  /// A neighbour on the machine takes time off the clock, and hardly off the core.
  private static Took time(Runnable work) {
    long core = THREADS.getCurrentThreadCpuTime();
    long clock = System.nanoTime();
    work.run();
    return new Took(
        (System.nanoTime() - clock) / 1e6, (THREADS.getCurrentThreadCpuTime() - core) / 1e6);
  }

  private static double[] sorted(List<Took> took, ToDoubleFunction<Took> by) {
    return took.stream().mapToDouble(by).sorted().toArray();
  }

  private static double at(double share, double[] sorted) {
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
