package dev.mockingbird.interview.booking;

import dev.mockingbird.interview.room.Rejection;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Refusals of HTTP commands as problem details (RFC 9457), each with a stable `code`.
final class Problems {

  private Problems() {}

  static ErrorResponseException notFound() {
    return of(
        HttpStatus.NOT_FOUND, "NO_SUCH_INTERVIEW", "There is no such interview, or not for you.");
  }

  static ErrorResponseException noSuchInvitation() {
    return of(
        HttpStatus.NOT_FOUND,
        "NO_SUCH_INVITATION",
        "This invitation link is not one of ours. Check that it was copied whole.");
  }

  static ErrorResponseException invitation(InvitationState state) {
    return of(HttpStatus.CONFLICT, "INVITATION_" + state.name(), state.sentence());
  }

  static ErrorResponseException forbidden(String detail) {
    return of(HttpStatus.FORBIDDEN, "NOT_ALLOWED", detail);
  }

  static ErrorResponseException invalid(String field, String detail) {
    ErrorResponseException problem = of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", detail);
    problem.getBody().setProperty("field", field);
    return problem;
  }

  static ErrorResponseException noSuchQuestion(String question) {
    return of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "NO_SUCH_QUESTION",
        "The bank has no question " + question + ". Search again and pick another.");
  }

  static ErrorResponseException questionTooLong(String title) {
    return of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "QUESTION_TOO_LONG",
        "The question \"%.60s\" is longer than 64 KB with its reference. Shorten it in the bank."
            .formatted(title));
  }

  static ErrorResponseException bankUnavailable(Throwable cause) {
    return of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "BANK_UNAVAILABLE",
        "The question bank does not answer. Try again in a moment; nothing was changed.",
        cause);
  }

  static ErrorResponseException storeNearlyFull() {
    return of(
        HttpStatus.INSUFFICIENT_STORAGE,
        "STORE_NEARLY_FULL",
        "The store is nearly full, so no new interviews are taken; those that run go on."
            + " Give Redis more memory, or erase old interviews.");
  }

  static ErrorResponseException erased() {
    return of(
        HttpStatus.GONE,
        "INTERVIEW_ERASED",
        "The interview booked under this Idempotency-Key was erased. Take a new one.");
  }

  static ErrorResponseException conflict() {
    return of(
        HttpStatus.CONFLICT, "CHANGED_MEANWHILE", "The interview has just changed. Try again.");
  }

  static ErrorResponseException rejected(Rejection reason) {
    return of(HttpStatus.CONFLICT, reason.name(), reason.sentence());
  }

  private static ErrorResponseException of(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, null);
  }

  private static ErrorResponseException of(
      HttpStatus status, String code, String detail, Throwable cause) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, cause);
  }
}
