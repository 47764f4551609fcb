package dev.mockingbird.search.bank;

import dev.mockingbird.search.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// The bank's refusals.
final class BankProblems {

  private BankProblems() {}

  static ErrorResponseException noSuchQuestion(String id) {
    return Problems.of(
        HttpStatus.NOT_FOUND,
        "NO_SUCH_QUESTION",
        "The bank has no question " + id + ". Search again and pick another.");
  }

  static ErrorResponseException staffOnly() {
    return Problems.forbidden("Only interviewers and organisers may read reference answers.");
  }

  static ErrorResponseException organisersOnly() {
    return Problems.forbidden("Only organisers may import questions.");
  }

  static ErrorResponseException changedMeanwhile() {
    return Problems.of(
        HttpStatus.CONFLICT,
        "CHANGED_MEANWHILE",
        "Other imports kept changing the bank. Nothing of this list counts; send it again.");
  }

  static ErrorResponseException tooLarge(int limit) {
    return Problems.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "LIST_TOO_LARGE",
        "A list may have up to " + limit + " bytes. Split it and import the parts.");
  }

  static ErrorResponseException notText() {
    return Problems.of(
        HttpStatus.BAD_REQUEST,
        "NOT_UTF8",
        "The list is not UTF-8 text. Save it as UTF-8 and send it again.");
  }

  static ErrorResponseException malformedKey() {
    return Problems.invalid(
        "Idempotency-Key", "An Idempotency-Key has 8 to 64 letters, digits, - or _.");
  }

  static ErrorResponseException keyReused() {
    return Problems.of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "IDEMPOTENCY_KEY_REUSED",
        "This Idempotency-Key was used for another request. Take a new one.");
  }

  static ErrorResponseException storeUnavailable(Throwable cause) {
    return Problems.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "STORE_UNAVAILABLE",
        "The store does not answer. Try again in a moment; a repeated import goes on where it was.",
        cause);
  }
}
