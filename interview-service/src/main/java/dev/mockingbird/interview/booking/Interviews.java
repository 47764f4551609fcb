package dev.mockingbird.interview.booking;

import static dev.mockingbird.interview.live.Patience.await;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.InterviewEvent;
import dev.mockingbird.events.PersonId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The journals of interviews.
@Component
class Interviews {

  private static final String SCOPE = "facts";
  private static final int PAGE = 1_000;

  /// @param version of the interview's one scope
  record Loaded(Interview interview, long version) {}

  private final Journal journal;
  private final Shards shards;
  private final EventCodec codec;
  private final ObjectMapper json = JsonMapper.builder().build();

  Interviews(Journal journal, Shards shards, EventCodec codec) {
    this.journal = journal;
    this.shards = shards;
    this.codec = codec;
  }

  JournalKeys keys(String id) {
    return new JournalKeys(shards.tag(id), "interview", id);
  }

  /// The interview as it is now; one that does not [Interview#exists] when there is none.
  Loaded load(String id) {
    Interview interview = new Interview();
    long last = 0;
    List<JournalEntry> page;
    do {
      page = await(journal.read(keys(id), last, PAGE));
      for (JournalEntry entry : page) {
        JsonNode tree = json.readTree(entry.json());
        interview.evolve(
            (InterviewEvent) codec.event(tree.required("type").asString(), tree.required("data")),
            entry.at());
        last = entry.sequence();
      }
    } while (page.size() == PAGE);
    return new Loaded(interview, last);
  }

  /// Appends one fact decided upon `version`; each fact moves the scope on by one, so that the
  /// version is the journal's length.
  ///
  /// @return false when somebody else was faster: load and decide again
  boolean append(
      String id,
      long version,
      InterviewEvent event,
      PersonId actor,
      String client,
      String correlationId) {
    Append append =
        new Append(
            keys(id),
            version == 0,
            client,
            1,
            Map.of(SCOPE, version),
            List.of(SCOPE),
            List.of(),
            List.of(codec.draft(id, new EventDraft(event, actor, correlationId, null))),
            false);
    return switch (await(journal.append(append))) {
      case AppendResult.Appended appended -> true;
      case AppendResult.Seen seen -> true;
      case AppendResult.Conflict conflict -> false;
      case AppendResult.Exists exists -> false;
      case AppendResult.Missing missing -> false;
      case AppendResult.Sealed sealed -> false;
      case AppendResult.Taken taken -> throw new IllegalStateException("Nothing is claimed");
    };
  }
}
