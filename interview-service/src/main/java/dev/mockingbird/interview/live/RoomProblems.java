package dev.mockingbird.interview.live;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// Refusals of HTTP requests that read a room, as problem details (RFC 9457).
public final class RoomProblems {

  private RoomProblems() {}

  /// To somebody who is no member there is no room.
  public static ErrorResponseException noSuchPosition() {
    return of(
        HttpStatus.NOT_FOUND,
        "NO_SUCH_POSITION",
        "There is no such interview, or it has no such position.");
  }

  public static ErrorResponseException invalid(String field, String detail) {
    ErrorResponseException problem = of(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", detail);
    problem.getBody().setProperty("field", field);
    return problem;
  }

  private static ErrorResponseException of(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return new ErrorResponseException(status, problem, null);
  }
}
