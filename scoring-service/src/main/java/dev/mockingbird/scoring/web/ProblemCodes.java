package dev.mockingbird.scoring.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Gives every problem a stable `code`, also those that the framework tells: then it is the name of
/// the status.
@RestControllerAdvice
class ProblemCodes extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemCodes.class);

  @ExceptionHandler(RuntimeException.class)
  ProblemDetail unexpected(RuntimeException e) {
    log.error("A request failed in a way nobody expected", e);
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong here. Try again; if it stays, give the organiser correlation id "
                + Correlation.current()
                + ".");
    problem.setProperty("code", "INTERNAL_ERROR");
    return problem;
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem
        && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
      problem.setProperty("code", code(status));
    }
    return super.createResponseEntity(body, headers, status, request);
  }

  private static String code(HttpStatusCode status) {
    if (status.value() == HttpStatus.BAD_REQUEST.value()) {
      return "INVALID_REQUEST";
    }
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "STATUS_" + status.value() : known.name();
  }
}
