package dev.mockingbird.search.finished;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.mockingbird.eventlog.Decoded;
import dev.mockingbird.eventlog.EventConsumer;
import dev.mockingbird.eventlog.Expunger;
import dev.mockingbird.events.DomainEvent;
import dev.mockingbird.events.EventEnvelope;
import dev.mockingbird.events.InterviewEvent;
import dev.mockingbird.events.RoomEvent;
import dev.mockingbird.search.index.Index;
import dev.mockingbird.search.index.VersionedWrites;
import dev.mockingbird.search.index.VersionedWrites.Write;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Follows rooms to their end, with what they asked, and interviews to their erasure.
@Component
class FinishedProjection implements EventConsumer {

  /// Above every fact's number: after an erasure nothing of the interview comes back.
  private static final long FINAL = Long.MAX_VALUE / 2;

  private static final int MOST_QUESTIONS = 10_000;

  private final VersionedWrites writes;
  private final ElasticsearchClient elasticsearch;
  private final IndexedInterviews indexed;
  private final Expunger expunger;

  FinishedProjection(
      VersionedWrites writes,
      ElasticsearchClient elasticsearch,
      IndexedInterviews indexed,
      Expunger finishedExpunger) {
    this.writes = writes;
    this.elasticsearch = elasticsearch;
    this.indexed = indexed;
    this.expunger = finishedExpunger;
  }

  @Override
  public void handle(List<Decoded> batch) throws IOException {
    List<EventEnvelope<?>> readable = batch.stream().flatMap(FinishedProjection::readable).toList();
    writes.flush(readable.stream().flatMap(FinishedProjection::write).toList());
    Set<String> erased = erased(readable);
    for (String interview : erased) {
      writes.flush(forgotten(interview));
    }
    if (!erased.isEmpty()) {
      expunger.erased();
    }
  }

  /// An erasure and the last questions of its interview may be in the hands of two instances at
  /// once. Each side, having written, looks whether the other was first: an erasure for questions,
  /// a question for an erasure.
  private Set<String> erased(List<EventEnvelope<?>> written) throws IOException {
    Set<String> erased = interviews(written, InterviewEvent.InterviewErased.class);
    indexed
        .of(interviews(written, RoomEvent.QuestionAsked.class))
        .forEach(
            (id, interview) -> {
              if (interview.erased()) {
                erased.add(id);
              }
            });
    return erased;
  }

  private static Set<String> interviews(
      List<EventEnvelope<?>> envelopes, Class<? extends DomainEvent> with) {
    return envelopes.stream()
        .filter(it -> with.isInstance(it.data()))
        .map(EventEnvelope::aggregate)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<EventEnvelope<?>> readable(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Readable(EventEnvelope<?> envelope) -> Stream.of(envelope);
      case Decoded.Erased _ -> Stream.empty();
      case Decoded.Unknown _ -> Stream.empty();
    };
  }

  private static Stream<Write> write(EventEnvelope<?> envelope) {
    String interview = envelope.aggregate();
    Index index = FinishedInterview.INDEX;
    return switch (envelope.data()) {
      case RoomEvent.RoomOpened it ->
          Stream.of(
              new Write(
                  index, interview, envelope.number(), FinishedInterview.opened(interview, it)));
      case RoomEvent.RoomEnded it ->
          Stream.of(
              new Write(index, interview, envelope.number(), FinishedInterview.of(envelope, it)));
      case RoomEvent.QuestionAsked it ->
          Stream.of(
              new Write(
                  AskedQuestion.INDEX,
                  AskedQuestion.id(interview, it.question()),
                  envelope.number(),
                  AskedQuestion.of(envelope, it)));
      case InterviewEvent.InterviewErased _ ->
          Stream.of(new Write(index, interview, FINAL, FinishedInterview.erased(interview)));
      default -> Stream.empty();
    };
  }

  /// What it was asked is found by its id alone.
  private List<Write> forgotten(String interview) throws IOException {
    String asked = AskedQuestion.INDEX.alias();
    elasticsearch.indices().refresh(it -> it.index(asked));
    return elasticsearch
        .search(
            it ->
                it.index(asked)
                    .size(MOST_QUESTIONS)
                    .source(source -> source.fetch(false))
                    .query(q -> q.term(term -> term.field("interview").value(interview))),
            Void.class)
        .hits()
        .hits()
        .stream()
        .map(
            hit ->
                new Write(
                    AskedQuestion.INDEX,
                    String.valueOf(hit.id()),
                    FINAL,
                    AskedQuestion.erased(interview)))
        .toList();
  }
}
