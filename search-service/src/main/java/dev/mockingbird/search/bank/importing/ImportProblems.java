package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.door.UploadRefused;
import dev.mockingbird.search.bank.reading.Sentences;
import dev.mockingbird.search.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// Why an import, or taking one back, is refused.
final class ImportProblems {

  private ImportProblems() {}

  static ErrorResponseException organisersOnly() {
    return Problems.forbidden("Only organisers may import questions.");
  }

  static ErrorResponseException changedMeanwhile() {
    return Problems.of(
        HttpStatus.CONFLICT,
        "CHANGED_MEANWHILE",
        "The bank changed since the preview. Nothing of this list counts; look at the preview again.");
  }

  static ErrorResponseException refused(UploadRefused refused, Sentences sentences) {
    HttpStatus status =
        switch (refused.code()) {
          case TOO_LARGE, TOO_MANY_FILES, ARCHIVE_BOMB -> HttpStatus.CONTENT_TOO_LARGE;
          default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return Problems.of(
        status,
        refused.code().name(),
        sentences.of(refused.because()) + " " + sentences.of(refused.fix()));
  }

  static ErrorResponseException noSuchShape(String file, String shape) {
    return Problems.invalid(
        "files[" + file + "].shape", "No blocks of this file have the shape " + shape + ".");
  }

  static ErrorResponseException tooManyPreviews() {
    return Problems.of(
        HttpStatus.TOO_MANY_REQUESTS,
        "TOO_MANY_PREVIEWS",
        "Other previews are being made. Try again in a moment.");
  }

  static ErrorResponseException noSuchMatch(String item, String question) {
    return Problems.invalid(
        "items[" + item + "].match", "The bank has no question " + question + ".");
  }

  static ErrorResponseException askedTooOften(String item) {
    return Problems.invalid(
        "items[" + item + "].match",
        "The bank has these words in several questions already; match one of them.");
  }

  static ErrorResponseException noSuchImport(String batch) {
    return Problems.of(
        HttpStatus.NOT_FOUND, "NO_SUCH_IMPORT", "No import " + batch + " took effect.");
  }

  static ErrorResponseException undoneAlready() {
    return Problems.of(
        HttpStatus.CONFLICT,
        "UNDONE_ALREADY",
        "This import was taken back already. To have it again, import its list again.");
  }
}
