package dev.mockingbird.scoring.report;

import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.InterviewEvent.InterviewErased;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.events.ScoreEvent;
import dev.mockingbird.scoring.report.ReportIndex.Loaded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds facts and scores to the interviews' documents. The topics are read side by side, so that a
/// score may come before its answer.
final class ReportProjection implements EventConsumer {

  private final ReportIndex index;
  private final Expunger expunger;

  ReportProjection(ReportIndex index, Expunger expunger) {
    this.index = index;
    this.expunger = expunger;
  }

  @Override
  public void handle(List<Decoded> batch) throws IOException {
    Map<String, List<EventEnvelope<?>>> byInterview = new LinkedHashMap<>();
    for (Decoded decoded : batch) {
      if (decoded instanceof Decoded.Readable(EventEnvelope<?> envelope) && concerns(envelope)) {
        byInterview.computeIfAbsent(envelope.aggregate(), it -> new ArrayList<>()).add(envelope);
      }
    }
    if (byInterview.isEmpty()) {
      return;
    }
    List<Loaded> changed = new ArrayList<>();
    for (Loaded loaded : index.load(byInterview.keySet()).values()) {
      StoredInterview document = loaded.document();
      for (EventEnvelope<?> envelope : byInterview.getOrDefault(document.interview(), List.of())) {
        document = document.with(envelope);
      }
      if (document != loaded.document()) {
        changed.add(new Loaded(document, loaded.place()));
      }
    }
    if (!changed.isEmpty()) {
      index.save(changed);
    }
    if (changed.stream().anyMatch(it -> it.document().erased())) {
      expunger.erased();
    }
  }

  private static boolean concerns(EventEnvelope<?> envelope) {
    return envelope.data() instanceof RoomEvent
        || envelope.data() instanceof ScoreEvent
        || envelope.data() instanceof InterviewErased;
  }
}
