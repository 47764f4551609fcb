package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.JobProfile;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.BankProblems;
import dev.mockingbird.search.bank.Pair;
import dev.mockingbird.search.bank.ReferenceViews;
import dev.mockingbird.search.bank.door.Limits;
import dev.mockingbird.search.bank.door.NamedBytes;
import dev.mockingbird.search.bank.door.Upload;
import dev.mockingbird.search.bank.door.UploadRefused;
import dev.mockingbird.search.bank.importing.ImportJournal.Asker;
import dev.mockingbird.search.bank.reading.Sentences;
import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Correlation;
import dev.mockingbird.search.web.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Previewing, applying, listing and taking back imports. Its log lines name batches and counts and
/// never quote a list.
@RestController
@RequestMapping("/api/bank")
class ImportController {

  private static final Logger log = LoggerFactory.getLogger(ImportController.class);
  private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N} ._()-]{1,80}");
  private static final int LONGEST_TITLE = 200;

  private final Importing importing;
  private final Undoing undoing;
  private final PreviewTurns turns;
  private final ReferenceViews views;

  ImportController(Importing importing, Undoing undoing, PreviewTurns turns, ReferenceViews views) {
    this.importing = importing;
    this.undoing = undoing;
    this.turns = turns;
    this.views = views;
  }

  record PastImports(List<PastImport> items) {}

  /// @param undone absent while it stands
  /// @param profile title of the job profile that it brought
  record PastImport(
      String batch,
      String source,
      Instant at,
      PersonId by,
      List<String> files,
      int added,
      int changed,
      int unchanged,
      int retired,
      int requirements,
      @Nullable TakenBack undone,
      boolean undoable,
      @Nullable String profile) {}

  record TakenBack(Instant at, PersonId by) {}

  record JobProfiles(List<Profile> items) {}

  record Profile(
      String batch,
      String title,
      String source,
      Instant at,
      List<JobProfile.Requirement> requirements) {}

  @PostMapping(path = "/import-previews", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Preview preview(
      @AuthenticationPrincipal Jwt jwt,
      @RequestPart ImportRequest request,
      @RequestPart List<MultipartFile> file,
      Locale locale) {
    Caller caller = organiser(jwt);
    Sentences sentences = Sentences.in(language(locale));
    return turns.take(
        caller.person(),
        () -> {
          ListImport wanted = wanted(jwt, request, file, null, sentences);
          Preview preview =
              BankProblems.orUnavailable(
                  () -> PreviewWriter.write(wanted, importing.preview(wanted), sentences));
          views.remember(preview.references(), caller);
          return preview;
        });
  }

  @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Applied apply(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestPart ImportRequest request,
      @RequestPart List<MultipartFile> file,
      Locale locale) {
    ListImport wanted = wanted(jwt, request, file, key, Sentences.in(language(locale)));
    return BankProblems.orUnavailable(
        () -> {
          Applied applied = importing.apply(wanted);
          log.info(
              "Import {} of {}: {} added, {} changed, {} unchanged",
              applied.batch(),
              wanted.source(),
              applied.counts().added(),
              applied.counts().changed(),
              applied.counts().unchanged());
          return applied;
        });
  }

  @GetMapping("/imports")
  PastImports imports(@AuthenticationPrincipal Jwt jwt) {
    organiser(jwt);
    return BankProblems.orUnavailable(
        () ->
            new PastImports(
                importing.imports().all().reversed().stream()
                    .map(ImportController::past)
                    .toList()));
  }

  @PostMapping("/imports/{batch}/undo")
  Undone undo(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @PathVariable String batch) {
    Caller caller = organiser(jwt);
    Asker asker = new Asker(caller.person(), Correlation.current(), key(key));
    return BankProblems.orUnavailable(
        () -> {
          Undone undone = undoing.undo(batch, asker);
          log.info(
              "Import {} taken back: {} restored, {} retired, {} kept",
              batch,
              undone.restored(),
              undone.retired(),
              undone.kept().size());
          return undone;
        });
  }

  @GetMapping("/job-profiles")
  JobProfiles jobProfiles(@AuthenticationPrincipal Jwt jwt) {
    organiser(jwt);
    return BankProblems.orUnavailable(
        () ->
            new JobProfiles(
                importing.imports().all().reversed().stream()
                    .filter(it -> it.undone() == null && it.event().profile() != null)
                    .map(ImportController::profile)
                    .toList()));
  }

  private static PastImport past(Imports.Past it) {
    JobProfile profile = it.event().profile();
    return new PastImport(
        it.event().batch(),
        it.event().source(),
        it.at(),
        it.by(),
        it.event().files(),
        it.event().added().size(),
        it.event().changed().size(),
        it.event().unchanged(),
        it.event().retired().size(),
        profile == null ? 0 : profile.requirements().size(),
        it.undone() == null ? null : new TakenBack(it.undone().at(), it.undone().by()),
        it.undone() == null,
        profile == null ? null : profile.title());
  }

  private static Profile profile(Imports.Past it) {
    JobProfile profile = Objects.requireNonNull(it.event().profile());
    return new Profile(
        it.event().batch(), profile.title(), it.event().source(), it.at(), profile.requirements());
  }

  private static ListImport wanted(
      Jwt jwt,
      ImportRequest request,
      List<MultipartFile> files,
      @Nullable String key,
      Sentences sentences) {
    Caller caller = organiser(jwt);
    if (!SOURCE.matcher(request.source()).matches()) {
      throw Problems.invalid("source", "source names the list: 1 to 80 letters, digits, . _ ( ) -");
    }
    if (Pair.names(request.source())) {
      throw Problems.invalid(
          "source", "Give the list another name: this one marks questions linked by hand.");
    }
    if (request.profile() != null && request.profile().title().length() > LONGEST_TITLE) {
      throw Problems.invalid(
          "profile.title", "A profile's title has up to " + LONGEST_TITLE + " characters.");
    }
    request
        .files()
        .forEach(
            (name, choice) ->
                choice
                    .unsaid()
                    .ifPresent(
                        line -> {
                          throw Problems.invalid(
                              "files." + name + ".roles." + line,
                              "A block is told to be something, or is not named.");
                        }));
    try {
      Upload upload =
          Upload.open(files.stream().map(ImportController::named).toList(), Limits.DEFAULT);
      return new ListImport(request, upload, caller.person(), Correlation.current(), key(key));
    } catch (UploadRefused e) {
      throw ImportProblems.refused(e, sentences);
    }
  }

  private static NamedBytes named(MultipartFile file) {
    return new NamedBytes(
        Objects.requireNonNullElse(file.getOriginalFilename(), ""), file::getInputStream);
  }

  private static Caller organiser(Jwt jwt) {
    Caller caller = Caller.of(jwt);
    if (!caller.organiser()) {
      throw ImportProblems.organisersOnly();
    }
    return caller;
  }

  private static @Nullable String key(@Nullable String key) {
    BankProblems.checkKey(key);
    return key;
  }

  static Language language(Locale locale) {
    return locale.getLanguage().equals("zh") ? Language.CHINESE : Language.ENGLISH;
  }
}
