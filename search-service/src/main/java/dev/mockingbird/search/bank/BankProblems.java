package dev.mockingbird.search.bank;

import dev.mockingbird.search.web.Problems;
import io.lettuce.core.RedisException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// The bank's refusals.
public final class BankProblems {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private BankProblems() {}

  public static ErrorResponseException noSuchQuestion(String id) {
    return Problems.of(
        HttpStatus.NOT_FOUND,
        "NO_SUCH_QUESTION",
        "The bank has no question " + id + ". Search again and pick another.");
  }

  public static ErrorResponseException staffOnly() {
    return Problems.forbidden("Only interviewers and organisers may read reference answers.");
  }

  /// @throws ErrorResponseException when it is not one that this service takes
  public static void checkKey(@Nullable String idempotencyKey) {
    if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
      throw Problems.invalid(
          "Idempotency-Key", "An Idempotency-Key has 8 to 64 letters, digits, - or _.");
    }
  }

  public static ErrorResponseException keyReused() {
    return Problems.of(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "IDEMPOTENCY_KEY_REUSED",
        "This Idempotency-Key was used for another request. Take a new one.");
  }

  /// Answers from Redis, or says that it does not answer.
  public static <T> T orUnavailable(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (RedisException | CompletionException e) {
      throw storeUnavailable(e);
    }
  }

  public static ErrorResponseException storeUnavailable(Throwable cause) {
    return Problems.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "STORE_UNAVAILABLE",
        "The store does not answer. Try again in a moment; what is sent again goes on where it was.",
        cause);
  }
}
