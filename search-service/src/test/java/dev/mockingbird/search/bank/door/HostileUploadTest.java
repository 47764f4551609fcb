package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.search.bank.door.UploadRefused.Code;
import dev.mockingbird.search.bank.reading.Reading;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// What would break a service that trusts what it is handed, in a JVM of its own with a heap that
/// any of it would fill.
class HostileUploadTest {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void refusesEachInBoundedTimeAndMemory() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path", "")
                    + File.pathSeparator
                    + System.getProperty("surefire.test.class.path", ""),
                HostileUploadTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.startsWith("ok ")).toList())
        .as(said)
        .hasSize(Attack.values().length);
  }

  /// Runs the attacks that are named, or every one in turn.
  public static void main(String[] arguments) throws IOException {
    for (Attack attack : Attack.values()) {
      if (arguments.length > 0 && !List.of(arguments).contains(attack.name())) {
        continue;
      }
      List<NamedBytes> upload = attack.upload.get();
      long start = System.nanoTime();
      Object outcome;
      System.out.printf("%s …%n", attack);
      try {
        Upload opened = Upload.open(upload, Limits.DEFAULT);
        List<FileReading> read = Readers.read(opened, _ -> Handed.NOTHING_TOLD);
        outcome = read.stream().map(FileReading::reading).allMatch(HostileUploadTest::whole);
      } catch (UploadRefused e) {
        outcome = e.code();
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      boolean ok = outcome.equals(attack.outcome) && millis < 30_000;
      System.out.printf("%s %s: %s in %d ms%n", ok ? "ok" : "BAD", attack, outcome, millis);
    }
  }

  /// Read to its end, with something said about every line.
  private static boolean whole(Reading reading) {
    return reading.warnings() != null;
  }

  private enum Attack {
    HUNDRED_MEGABYTES(Code.TOO_LARGE, () -> List.of(endless("list.md", 100L * MEGABYTE))),
    FIFTY_FILES_OF_A_MEGABYTE(
        Code.TOO_LARGE,
        () -> {
          NamedBytes[] files = new NamedBytes[50];
          Arrays.setAll(files, i -> endless(i + ".md", 900_000));
          return List.of(files);
        }),
    MANY_FILES(
        Code.TOO_MANY_FILES,
        () -> {
          NamedBytes[] files = new NamedBytes[2_001];
          Arrays.setAll(files, i -> NamedBytes.of(i + ".md", new byte[] {'a'}));
          return List.of(files);
        }),
    MANY_ENTRIES(Code.TOO_MANY_FILES, () -> zip(90_000, new byte[0])),
    ZIP_BOMB(Code.ARCHIVE_BOMB, () -> bomb(300)),
    ZIP_OF_MANY_BOMBS(Code.ARCHIVE_BOMB, () -> zip(100, new byte[MEGABYTE - 1])),
    TEN_THOUSAND_QUOTES(Code.NESTED_TOO_DEEPLY, () -> text("> ".repeat(10_000) + "why?")),
    TEN_THOUSAND_LISTS_ON_A_LINE(Code.NESTED_TOO_DEEPLY, () -> text("- ".repeat(10_000) + "why?")),
    A_MILLION_DASHES(true, () -> text("why?\n\n" + "- ".repeat(490_000) + "\n")),
    LISTS_BY_INDENTATION(
        Code.NESTED_TOO_DEEPLY,
        () -> {
          StringBuilder lists = new StringBuilder();
          for (int i = 0; i < 1_000; i++) {
            lists.append("  ".repeat(i)).append("- why?\n");
          }
          return text(lists.toString());
        }),
    DEEP_JSON(
        Code.NESTED_TOO_DEEPLY,
        () ->
            List.of(
                NamedBytes.of(
                    "bank.jsonl",
                    Handed.utf8("{\"title\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")))),
    A_LINE_OF_A_MILLION_AND_ONE(Code.LINE_TOO_LONG, () -> text("a".repeat(1_000_001))),
    A_LINE_OF_A_MILLION(true, () -> text("1. " + "why? ".repeat(199_999))),
    A_CELL_OF_A_MILLION(
        true,
        () ->
            List.of(
                NamedBytes.of(
                    "list.csv", Handed.utf8("question,answer\nwhy?," + "a".repeat(999_000))))),
    DEEP_EMPHASIS(true, () -> text("*a **b ".repeat(20_000) + "c** d*".repeat(20_000))),
    DEEP_IMAGES(true, () -> text("![".repeat(10_000) + "a" + "](b)".repeat(10_000))),
    DEEP_LINKS(true, () -> text("[".repeat(100_000) + "a" + "](b)".repeat(100_000))),
    DEEP_FOLDS(
        true,
        () ->
            text(
                "<details><summary>why?</summary>\n\n".repeat(10_000)
                    + "</details>\n".repeat(10_000))),
    DEEP_TAGS(true, () -> text("<div>\n".repeat(50_000))),
    OPEN_FENCES(true, () -> text("```\n".repeat(100_001))),
    MANY_BACKTICKS(true, () -> text("` `` ``` ".repeat(50_000))),
    MANY_BRACKETS(true, () -> text("why? (((((".repeat(90_000))),
    MANY_PIPES(true, () -> text("| a ".repeat(100_000) + "\n" + "|---".repeat(100_000) + "\n")),
    A_CELL_OF_SPACES(
        true,
        () ->
            List.of(
                NamedBytes.of(
                    "list.csv",
                    Handed.utf8("question,key points\nwhy?,a" + " ".repeat(900_000) + "b\n")))),
    MANY_GAPS(
        true,
        () ->
            List.of(
                NamedBytes.of(
                    "notes.txt",
                    Handed.utf8(
                        "#separator:tab\nwhy? "
                            + "{{c1::".repeat(80_000)
                            + "\t"
                            + "[sound:<b ".repeat(50_000))))),
    SHORT_LINES(true, () -> text("1. why is it so?\n\n".repeat(100_000))),
    A_PARAGRAPH_OF_NINETY_THOUSAND_LINES(true, () -> text("why?\n" + "it is so\n".repeat(90_000))),
    A_QUOTE_OF_NINETY_THOUSAND_LINES(true, () -> text("> it is\n".repeat(90_000))),
    SPACES_BEFORE_THE_MARK(true, () -> text("# why" + " ".repeat(900_000) + "?\n")),
    TAGS_IN_A_SUMMARY(
        true, () -> text("<details><summary>\n" + "<details ".repeat(100_000) + "\n")),
    HEADINGS_IN_FOLDS(true, () -> text("<details>\n\n# a\n\n</details>\n".repeat(10_000))),
    MANY_ROWS(
        true,
        () ->
            List.of(NamedBytes.of("list.csv", Handed.utf8("question\n" + "a?\n".repeat(900_000))))),
    MANY_OBJECTS(
        true,
        () ->
            List.of(
                NamedBytes.of("list.jsonl", Handed.utf8("{\"title\":\"a?\"}\n".repeat(300_000))))),
    MANY_FILES_OF_MANY_QUESTIONS(
        true,
        () -> {
          NamedBytes[] files = new NamedBytes[5];
          Arrays.setAll(
              files, i -> NamedBytes.of(i + ".md", Handed.utf8("1. why?\n".repeat(5_000))));
          return List.of(files);
        }),
    MANY_QUESTIONS(true, () -> text("1. why is this?\n".repeat(50_000))),
    BINARY(
        Code.NOT_TEXT,
        () -> {
          byte[] bytes = new byte[4 * MEGABYTE];
          new java.util.Random(1).nextBytes(bytes);
          return List.of(NamedBytes.of("list.md", bytes));
        });

    private final Object outcome;
    private final Supplier<List<NamedBytes>> upload;

    Attack(Object outcome, Supplier<List<NamedBytes>> upload) {
      this.outcome = outcome;
      this.upload = upload;
    }

    private static List<NamedBytes> text(String text) {
      return List.of(NamedBytes.of("list.md", Handed.utf8(text)));
    }

    private static NamedBytes endless(String name, long length) {
      return new NamedBytes(
          name,
          () ->
              new InputStream() {
                private long left = length;

                @Override
                public int read() {
                  return left-- > 0 ? 'a' : -1;
                }

                @Override
                public int read(byte[] into, int from, int count) {
                  int now = (int) Math.min(left, count);
                  Arrays.fill(into, from, from + now, (byte) 'a');
                  left -= now;
                  return now == 0 && count > 0 ? -1 : now;
                }
              });
    }

    private static List<NamedBytes> zip(int entries, byte[] content) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (int i = 0; i < entries; i++) {
          zip.putNextEntry(new ZipEntry(i + ".md"));
          zip.write(content);
          zip.closeEntry();
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return List.of(NamedBytes.of("list.zip", bytes.toByteArray()));
    }

    private static List<NamedBytes> bomb(int megabytes) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("list.md"));
        byte[] chunk = new byte[MEGABYTE];
        Arrays.fill(chunk, (byte) 'a');
        for (int i = 0; i < megabytes; i++) {
          zip.write(chunk);
        }
        zip.closeEntry();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return List.of(NamedBytes.of("list.zip", bytes.toByteArray()));
    }
  }
}
