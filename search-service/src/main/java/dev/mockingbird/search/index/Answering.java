package dev.mockingbird.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.mockingbird.search.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Asks Elasticsearch, says so plainly when there is no answer, and times both
/// (`mockingbird.search.duration`). A missing index is no answer: it is not as if nothing were
/// found.
@Component
public class Answering {

  private final MeterRegistry meters;

  Answering(MeterRegistry meters) {
    this.meters = meters;
  }

  @FunctionalInterface
  public interface Question<T> {
    T ask() throws IOException;
  }

  /// @param view what is searched, for the meter
  public <T> T answer(String view, Question<T> question) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "unavailable";
    try {
      T answer = question.ask();
      outcome = "answered";
      return answer;
    } catch (IOException | ElasticsearchException e) {
      throw unavailable(e);
    } catch (RuntimeException e) {
      // How the client tells that no connection came free in time.
      throw e.getCause() instanceof TimeoutException ? unavailable(e) : e;
    } finally {
      sample.stop(timer(view, outcome));
    }
  }

  private Timer timer(String view, String outcome) {
    return Timer.builder("mockingbird.search.duration")
        .description("Time to answer one search")
        .tag("view", view)
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .register(meters);
  }

  private static RuntimeException unavailable(Exception cause) {
    return Problems.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "SEARCH_UNAVAILABLE",
        "Search does not answer. Try again in a moment; running interviews do not need it.",
        cause);
  }
}
