package dev.mockingbird.scoring.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Refusals as problem details (RFC 9457), each with a stable `code`.
public final class Problems {

  private Problems() {}

  public static ErrorResponseException noSuchReport() {
    return of(HttpStatus.NOT_FOUND, "NO_SUCH_REPORT", "There is no such report, or not for you.");
  }

  public static ErrorResponseException notReleased() {
    return of(
        HttpStatus.FORBIDDEN,
        "NOT_RELEASED",
        "The feedback is not released yet. It is when the interview ends, or when the interviewer"
            + " releases it earlier.");
  }

  public static ErrorResponseException staffOnly() {
    return of(
        HttpStatus.FORBIDDEN, "NOT_ALLOWED", "Only interviewers and organisers try the scorer.");
  }

  public static ErrorResponseException noLanguageModel() {
    return of(
        HttpStatus.CONFLICT,
        "NO_LANGUAGE_MODEL",
        "No language model is set here. Whoever runs this installation can name one.");
  }

  public static ErrorResponseException notStaffOfInterview() {
    return of(HttpStatus.FORBIDDEN, "NOT_ALLOWED", "Only staff of this interview may do that.");
  }

  public static ErrorResponseException noSuchQuestion() {
    return of(HttpStatus.NOT_FOUND, "NO_SUCH_QUESTION", "That question was not asked here.");
  }

  public static ErrorResponseException nothingToScore() {
    return of(HttpStatus.CONFLICT, "NOT_ANSWERED", "There is no answer that counts to be scored.");
  }

  public static ErrorResponseException alreadyScored() {
    return of(
        HttpStatus.CONFLICT,
        "ALREADY_SCORED",
        "The answer has its score; only where the scorer failed it can be asked again.");
  }

  public static ErrorResponseException failedAgain() {
    return of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "SCORING_FAILED",
        "The scorer failed on this answer again. The organiser finds the reason in its log.");
  }

  public static ErrorResponseException noFailedOpinion() {
    return of(
        HttpStatus.CONFLICT,
        "NO_FAILED_OPINION",
        "The language model did not fail on this answer; only where it did it can be asked again.");
  }

  public static ErrorResponseException languageModelFailedAgain() {
    return of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "LANGUAGE_MODEL_FAILED",
        "The language model gave no usable reply again. The organiser finds the reason in the log"
            + " of the scoring service.");
  }

  public static ErrorResponseException nothingProposed() {
    return of(
        HttpStatus.CONFLICT,
        "NOTHING_PROPOSED",
        "That scorer proposes nothing for these questions.");
  }

  /// @param pointer JSON pointer to what is wrong in the body; its first part is the field
  public static ErrorResponseException invalid(String pointer, String detail) {
    ErrorResponseException problem = of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", detail);
    String[] parts = pointer.split("/");
    if (parts.length > 1) {
      problem.getBody().setProperty("field", parts[1]);
    }
    problem.getBody().setProperty("pointer", pointer);
    return problem;
  }

  public static ErrorResponseException storeUnavailable(Throwable cause) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE, "The store does not answer. Try again in a moment.");
    problem.setProperty("code", "STORE_UNAVAILABLE");
    return new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, problem, cause);
  }

  private static ErrorResponseException of(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, null);
  }
}
