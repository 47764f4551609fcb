package dev.mockingbird.search.bank.shell;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.door.Limits;
import dev.mockingbird.search.bank.door.NamedBytes;
import dev.mockingbird.search.bank.door.Readers;
import dev.mockingbird.search.bank.door.Upload;
import dev.mockingbird.search.bank.door.UploadRefused;
import dev.mockingbird.search.bank.reading.Choice;
import dev.mockingbird.search.bank.reading.Sentences;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `./mockingbird import`. Always looks first: what a list was understood as is said, and asked
/// about when it is not clear, before anything is written.
public final class ImportCommand {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int MISUNDERSTOOD = 2;

  /// Nothing was written: the files were refused, not clear enough, or the person said no.
  static final int REFUSED = 3;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ImportOptions options;
  private final PrintStream out;
  private final PrintStream err;
  private final Predicate<String> confirmed;
  private final Sentences sentences;

  /// @param confirmed asks the person; false where nobody can be asked
  ImportCommand(
      ImportOptions options, PrintStream out, PrintStream err, Predicate<String> confirmed) {
    this.options = options;
    this.out = out;
    this.err = err;
    this.confirmed = confirmed;
    this.sentences = Sentences.in(options.said());
  }

  static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int result;
    try {
      ImportOptions options = ImportOptions.parse(List.of(arguments), System.getenv());
      result = new ImportCommand(options, out, err, ImportCommand::ask).run();
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(ImportOptions.USAGE);
      result = MISUNDERSTOOD;
    }
    out.flush();
    System.exit(result);
  }

  private static boolean ask(String question) {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      return false;
    }
    String answer = console.readLine("%s ", question);
    return answer != null && answer.strip().matches("(?i)y(es)?|是");
  }

  int run() throws InterruptedException {
    try {
      List<NamedBytes> files = HandedIn.of(options.files());
      return options.dryRun() ? dryRun(files) : send(files);
    } catch (UploadRefused e) {
      return refused(e.code().name(), sentences.of(e.because()) + " " + sentences.of(e.fix()));
    } catch (ConnectException e) {
      return failed(
          "UNREACHABLE",
          "Nobody answers at "
              + options.url()
              + "; start Mockingbird with ./mockingbird up, or name another with --url.");
    } catch (UncheckedIOException e) {
      return unreadable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  private int unreadable(IOException e) {
    return switch (e) {
      case NoSuchFileException it -> failed("NO_SUCH_FILE", "There is no " + it.getFile() + ".");
      case AccessDeniedException it ->
          failed("NOT_READABLE", "Nothing lets you read " + it.getFile() + ".");
      default -> failed("NOT_READABLE", "That did not work: " + e.getMessage());
    };
  }

  private int failed(String code, String detail) {
    tell(code, detail);
    return FAILED;
  }

  private int refused(String code, String detail) {
    tell(code, detail);
    return REFUSED;
  }

  private int unknownShape(String shape, FileShapes shapes) {
    String detail =
        "No file has blocks of the shape %s. %sNothing was written."
            .formatted(shape, shapes.inWords());
    ObjectNode problem = problem("UNKNOWN_SHAPE", detail);
    shapes.putInto(problem);
    tell(problem);
    return REFUSED;
  }

  private void tell(String code, String detail) {
    tell(problem(code, detail));
  }

  private static ObjectNode problem(String code, String detail) {
    return JSON.createObjectNode().put("code", code).put("detail", detail);
  }

  /// A program that asked for JSON gets some, whatever came of it.
  private void tell(ObjectNode problem) {
    err.println(problem.path("detail").asString());
    if (options.json()) {
      out.println(JSON.writeValueAsString(problem));
    }
  }

  private int dryRun(List<NamedBytes> files) throws UploadRefused {
    Upload upload = Upload.open(files, Limits.DEFAULT);
    Choice usual = Choice.none(options.language());
    List<FileReading> readings = Readers.read(upload, _ -> usual);
    if (options.shape() != null) {
      FileShapes shapes = FileShapes.of(readings);
      List<String> shaped = shapes.with(options.shape());
      if (shaped.isEmpty()) {
        return unknownShape(options.shape(), shapes);
      }
      Choice told = new Choice(options.shape(), Map.of(), options.language());
      readings = Readers.read(upload, file -> shaped.contains(file.name()) ? told : usual);
    }
    if (options.json()) {
      out.println(JSON.writeValueAsString(DryRunJson.of(readings)));
    } else {
      new Understood(sentences, out).print(upload, readings);
    }
    return DONE;
  }

  private int send(List<NamedBytes> files) throws IOException, InterruptedException {
    if (options.token() == null) {
      tell(
          "UNAUTHORIZED",
          "Importing needs an organiser's access token that may write: make one in the app under"
              + " Settings and set MOCKINGBIRD_TOKEN to it. --dry-run needs none.");
      return MISUNDERSTOOD;
    }
    BankClient bank =
        new BankClient(
            options.url(), options.token(), options.said() == Language.CHINESE ? "zh" : "en");
    BankClient.Answer preview = bank.preview(request(List.of(), null), files);
    FileShapes shapes = FileShapes.of(preview.body());
    List<String> shaped = options.shape() == null ? List.of() : shapes.with(options.shape());
    if (!shaped.isEmpty()) {
      preview = bank.preview(request(shaped, null), files);
    }
    if (preview.status() != 200) {
      return refused(preview);
    }
    JsonNode seen = preview.body();
    if (!options.json()) {
      new Understood(sentences, out).print(seen);
    }
    if (options.shape() != null && shaped.isEmpty()) {
      return unknownShape(options.shape(), shapes);
    }
    if (!seen.path("sure").asBoolean()) {
      return refused(
          "NOT_CLEAR",
          "This is not clear enough to import. Name the questions' blocks with --shape, or correct"
              + " the preview in the app. Nothing was written.");
    }
    if (!options.yes() && !confirmed.test("Apply? [y/N]")) {
      return refused("NOT_CONFIRMED", "Nothing was written. Say --yes to apply.");
    }
    BankClient.Answer applied =
        bank.apply(
            request(shaped, seen.path("generation").asLong()), files, UUID.randomUUID().toString());
    if (applied.status() != 200) {
      return refused(applied);
    }
    out.println(
        options.json()
            ? JSON.writeValueAsString(applied.body())
            : Understood.counts(applied.body().path("counts")));
    return DONE;
  }

  /// @param shaped files, also those within archives, that are to be read by the shape that the
  ///   person named
  private ObjectNode request(List<String> shaped, @Nullable Long generation) {
    ObjectNode request =
        JSON.createObjectNode()
            .put("source", options.source())
            .put("language", options.language() == Language.CHINESE ? "zh" : "en");
    if (generation != null) {
      request.put("generation", generation);
    }
    if (!shaped.isEmpty()) {
      ObjectNode choices = request.putObject("files");
      shaped.forEach(file -> choices.putObject(file).put("shape", options.shape()));
    }
    return request;
  }

  private int refused(BankClient.Answer answer) {
    String detail = answer.body().path("detail").asString("");
    tell(
        answer.body().path("code").asString("HTTP_" + answer.status()),
        detail.isEmpty() ? options.url() + " answered " + answer.status() + "." : detail);
    return answer.status() < 500 ? REFUSED : FAILED;
  }
}
