package dev.mockingbird.search.bank.shell;

import dev.mockingbird.events.Language;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody typed after `./mockingbird import`.
///
/// @param dryRun say what was understood, and nothing more; needs no server
/// @param json for programs
/// @param yes apply without asking
/// @param shape which blocks are the questions, when the files are not clear enough
/// @param source name of the list in the bank
/// @param language of questions that do not tell their own
/// @param said language of what this command says
/// @param token personal access token that may write
record ImportOptions(
    List<Path> files,
    boolean dryRun,
    boolean json,
    boolean yes,
    @Nullable String shape,
    String source,
    Language language,
    Language said,
    URI url,
    @Nullable String token) {

  static final String USAGE =
      """
      Usage: ./mockingbird import FILE… [--dry-run] [--json] [--source NAME] [--language zh|en]
                                        [--shape SHAPE] [--yes] [--url URL]

        FILE             Markdown, CSV, TSV, JSON Lines, Anki notes, a folder or a zip of them
        --dry-run        say what was understood; needs no running Mockingbird, writes nothing
        --json           for programs
        --source NAME    name of the list in the bank (default: the first file's name)
        --language       of questions that do not tell their own (default: en)
        --shape SHAPE    which blocks are the questions, as the dry run names them
        --yes            apply without asking
        --url URL        the installation (default: the one in the data folder)

      Importing needs an organiser's access token that may write, in MOCKINGBIRD_TOKEN: make one in the app
      under Settings. Importing the same list again changes nothing; every import can be undone in the app.""";

  private static final String DEFAULT_URL = "http://localhost:8080";

  /// @throws IllegalArgumentException with a sentence, when the arguments are not understood
  static ImportOptions parse(List<String> arguments, Map<String, String> environment) {
    Parser parser = new Parser(arguments);
    List<Path> files = new ArrayList<>();
    boolean dryRun = false;
    boolean json = false;
    boolean yes = false;
    String shape = null;
    String source = null;
    Language language = Language.ENGLISH;
    String url = environment.getOrDefault("MOCKINGBIRD_PUBLIC_URL", DEFAULT_URL);
    while (parser.hasNext()) {
      String word = parser.next();
      switch (word) {
        case "--dry-run" -> dryRun = true;
        case "--json" -> json = true;
        case "--yes" -> yes = true;
        case "--shape" -> shape = parser.valueOf(word);
        case "--source" -> source = parser.valueOf(word);
        case "--language" -> language = language(parser.valueOf(word));
        case "--url" -> url = parser.valueOf(word);
        default -> {
          if (word.startsWith("--")) {
            throw new IllegalArgumentException("There is no option " + word + ".");
          }
          files.add(Path.of(word));
        }
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("Name the file to import.");
    }
    return new ImportOptions(
        files,
        dryRun,
        json,
        yes,
        shape,
        source == null ? sourceOf(files.getFirst()) : source,
        language,
        environment.getOrDefault("LANG", "").startsWith("zh") ? Language.CHINESE : Language.ENGLISH,
        address(url),
        environment.get("MOCKINGBIRD_TOKEN"));
  }

  private static String sourceOf(Path file) {
    Path name = file.toAbsolutePath().normalize().getFileName();
    String bare =
        name == null ? "" : name.toString().replaceAll("[^\\p{L}\\p{N} ._()-]", " ").strip();
    return bare.isEmpty() ? "list" : bare.substring(0, Math.min(bare.length(), 80));
  }

  private static Language language(String name) {
    return switch (name) {
      case "zh" -> Language.CHINESE;
      case "en" -> Language.ENGLISH;
      default -> throw new IllegalArgumentException("--language is zh or en, not " + name + ".");
    };
  }

  private static URI address(String text) {
    try {
      URI url = URI.create(text.replaceFirst("/$", ""));
      if (url.getHost() != null && url.getScheme().matches("https?")) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw new IllegalArgumentException("--url needs an address like " + DEFAULT_URL + ".");
  }

  private static final class Parser {

    private final List<String> words;
    private int at;

    Parser(List<String> words) {
      this.words = words;
    }

    boolean hasNext() {
      return at < words.size();
    }

    String next() {
      return words.get(at++);
    }

    String valueOf(String option) {
      if (!hasNext()) {
        throw new IllegalArgumentException(option + " needs a value.");
      }
      return next();
    }
  }
}
