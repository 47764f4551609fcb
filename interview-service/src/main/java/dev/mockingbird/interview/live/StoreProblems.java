package dev.mockingbird.interview.live;

import io.lettuce.core.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What any HTTP request hears while Redis does not answer. It comes before the answer to
/// exceptions that nobody expected.
@RestControllerAdvice
@Order(0)
class StoreProblems {

  private static final Logger log = LoggerFactory.getLogger(StoreProblems.class);

  @ExceptionHandler({StoreUnavailableException.class, RedisException.class})
  ProblemDetail storeUnavailable(RuntimeException e) {
    log.warn("The store does not answer: {}", e.toString());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.SERVICE_UNAVAILABLE,
            "The store does not answer. Send the same request again with the same Idempotency-Key.");
    problem.setProperty("code", "STORE_UNAVAILABLE");
    return problem;
  }
}
