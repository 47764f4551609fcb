package dev.mockingbird.search.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Refusals as problem details (RFC 9457), each with a stable `code`.
public final class Problems {

  private Problems() {}

  public static ErrorResponseException of(HttpStatus status, String code, String detail) {
    return of(status, code, detail, null);
  }

  public static ErrorResponseException of(
      HttpStatus status, String code, String detail, @Nullable Throwable cause) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, cause);
  }

  public static ErrorResponseException invalid(String field, String detail) {
    ErrorResponseException problem = of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", detail);
    problem.getBody().setProperty("field", field);
    return problem;
  }

  public static ErrorResponseException forbidden(String detail) {
    return of(HttpStatus.FORBIDDEN, "NOT_ALLOWED", detail);
  }
}
