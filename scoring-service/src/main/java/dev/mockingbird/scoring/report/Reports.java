package dev.mockingbird.scoring.report;

import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.scoring.answer.ScoreTopic;
import dev.mockingbird.scoring.report.ReportIndex.Loaded;
import dev.mockingbird.scoring.web.Problems;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The interviews as requests find and change them: folded, or a problem to answer with.
final class Reports {

  private static final Logger log = LoggerFactory.getLogger(Reports.class);
  private static final Pattern INTERVIEW_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private static final int LOOKS = 60;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final ReportIndex index;
  private final ScoreTopic scores;

  Reports(ReportIndex index, ScoreTopic scores) {
    this.index = index;
    this.scores = scores;
  }

  InterviewHistory history(String interview) {
    if (!INTERVIEW_ID.matcher(interview).matches()) {
      throw Problems.noSuchReport();
    }
    try {
      return InterviewHistory.of(load(interview).document());
    } catch (IOException | RuntimeException e) {
      throw Problems.storeUnavailable(e);
    }
  }

  /// Writes scores or acceptances down, and shows them at once: whoever asked for them looks next.
  void tell(String interview, Collection<EventEnvelope<ScoreEvent>> events) {
    if (!events.isEmpty()) {
      publish(events);
      show(interview, events);
    }
  }

  /// The same for what may be told twice in different words: it is shown as the log has it, which
  /// is waited for a moment.
  void tellInOrder(String interview, EventEnvelope<ScoreEvent> event) {
    publish(List.of(event));
    try {
      for (int i = 0; i < LOOKS && !load(interview).document().has(event); i++) {
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (IOException | RuntimeException e) {
      log.info("The report of {} follows in a moment: {}", interview, e.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Collection<EventEnvelope<ScoreEvent>> events) {
    try {
      scores.publish(events);
    } catch (ExecutionException | IllegalStateException | KafkaException e) {
      throw Problems.storeUnavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.storeUnavailable(e);
    }
  }

  /// The projection does the same in a moment, so nothing is lost where this does not work.
  private void show(String interview, Collection<EventEnvelope<ScoreEvent>> events) {
    try {
      Loaded loaded = load(interview);
      StoredInterview document = loaded.document();
      for (EventEnvelope<ScoreEvent> event : events) {
        document = document.with(event);
      }
      if (document != loaded.document()) {
        index.save(List.of(new Loaded(document, loaded.place())));
      }
    } catch (IOException | RuntimeException e) {
      log.info("The report of {} follows in a moment: {}", interview, e.getClass().getName());
    }
  }

  private Loaded load(String interview) throws IOException {
    return Objects.requireNonNull(index.load(List.of(interview)).get(interview));
  }
}
