package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.mockingbird.search.web.Problems;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/// Asks Elasticsearch, and says so plainly when there is no answer.
public final class Answering {

  private static final int NOT_FOUND = 404;

  private Answering() {}

  @FunctionalInterface
  public interface Question<T> {
    T ask() throws IOException;
  }

  /// @param empty the answer while nothing has been indexed yet
  public static <T> T answer(Question<T> question, T empty) {
    try {
      return question.ask();
    } catch (ElasticsearchException e) {
      if (e.status() == NOT_FOUND) {
        return empty;
      }
      throw unavailable(e);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static RuntimeException unavailable(Exception cause) {
    return Problems.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "SEARCH_UNAVAILABLE",
        "Search does not answer. Try again in a moment; running interviews do not need it.",
        cause);
  }
}
