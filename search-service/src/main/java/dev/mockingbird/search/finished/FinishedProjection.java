package dev.mockingbird.search.finished;

import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.InterviewEvent;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.search.index.VersionedWrites;
import dev.mockingbird.search.index.VersionedWrites.Write;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Follows rooms to their end, and interviews to their erasure.
@Component
class FinishedProjection implements EventConsumer {

  /// Above every fact's number: after an erasure nothing of the interview comes back.
  private static final long FINAL = Long.MAX_VALUE / 2;

  private final VersionedWrites writes;
  private final Expunger expunger;

  FinishedProjection(VersionedWrites writes, Expunger finishedExpunger) {
    this.writes = writes;
    this.expunger = finishedExpunger;
  }

  @Override
  public void handle(List<Decoded> batch) throws IOException {
    List<Write> all = batch.stream().flatMap(FinishedProjection::write).toList();
    writes.flush(all);
    if (all.stream().anyMatch(it -> it.version() == FINAL)) {
      expunger.erased();
    }
  }

  private static Stream<Write> write(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Readable(EventEnvelope<?> envelope) -> write(envelope);
      case Decoded.Erased _ -> Stream.empty();
      case Decoded.Unknown _ -> Stream.empty();
    };
  }

  private static Stream<Write> write(EventEnvelope<?> envelope) {
    String interview = envelope.aggregate();
    if (envelope.data() instanceof RoomEvent.RoomEnded ended) {
      return Stream.of(
          new Write(
              FinishedInterview.INDEX,
              interview,
              envelope.number(),
              FinishedInterview.of(envelope, ended)));
    }
    if (envelope.data() instanceof InterviewEvent.InterviewErased) {
      return Stream.of(
          new Write(
              FinishedInterview.INDEX, interview, FINAL, FinishedInterview.erased(interview)));
    }
    return Stream.empty();
  }
}
