package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.door.Limits;
import dev.mockingbird.search.bank.door.UploadRefused;
import dev.mockingbird.search.bank.reading.Sentences;
import dev.mockingbird.search.web.Problems;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/// What the server refuses before an upload is opened, told as if it had been.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BeyondLimits {

  @ExceptionHandler
  ErrorResponse refused(MultipartException e, Locale locale) {
    Sentences sentences = Sentences.in(ImportController.language(locale));
    return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
        .flatMap(cause -> refusal(cause).stream())
        .findFirst()
        .map(refusal -> ImportProblems.refused(refusal, sentences))
        .orElseGet(BeyondLimits::unreadable);
  }

  private static Optional<UploadRefused> refusal(Throwable cause) {
    return switch (cause) {
      case FileCountLimitExceededException _ ->
          Optional.of(UploadRefused.tooManyFiles(Limits.DEFAULT));
      case SizeException _ -> Optional.of(UploadRefused.tooLarge(Limits.DEFAULT));
      default -> Optional.empty();
    };
  }

  private static ErrorResponseException unreadable() {
    return Problems.of(
        HttpStatus.BAD_REQUEST,
        "INVALID_REQUEST",
        "The parts of this upload cannot be told apart.");
  }
}
