package dev.mockingbird.search.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Gives every problem a stable `code`, also those that the framework tells: then it is the name of
/// the status.
@RestControllerAdvice
class ProblemCodes extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemCodes.class);
  private static final int CAUSES = 5;
  private static final int FRAMES = 8;

  @ExceptionHandler(RuntimeException.class)
  ProblemDetail unexpected(RuntimeException e) {
    log.error("A request failed in a way nobody expected: {}", places(e));
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong here. Try again; if it stays, give the organiser correlation id "
                + Correlation.current()
                + ".");
    problem.setProperty("code", "INTERNAL_ERROR");
    return problem;
  }

  /// Types and places, without messages: those may quote what a person wrote.
  private static String places(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(CAUSES)
        .map(it -> it.getClass().getName() + at(it.getStackTrace()))
        .collect(Collectors.joining("\ncaused by "));
  }

  private static String at(StackTraceElement[] frames) {
    return Stream.of(frames)
        .limit(FRAMES)
        .map(frame -> "\n  at " + frame)
        .collect(Collectors.joining());
  }

  /// Which field of the body is not what it should be, without quoting it.
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (!(e.getCause() instanceof DatabindException cause) || cause.getPath().isEmpty()) {
      return super.handleHttpMessageNotReadable(e, headers, status, request);
    }
    String field = field(cause.getPath());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, field + " is not what it should be.");
    problem.setProperty("field", field);
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  private static String field(List<JacksonException.Reference> path) {
    StringBuilder field = new StringBuilder();
    for (JacksonException.Reference step : path) {
      if (step.getPropertyName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return field.toString();
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
