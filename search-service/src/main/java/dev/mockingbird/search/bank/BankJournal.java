package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.KeyValue;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bank's journals and unique indexes in Redis. Methods that return values block for Redis;
/// those that return stages are pipelined.
@Component
public class BankJournal {

  public static final String TAG = "bank";

  /// The scope of a question's journal that everything moves on which decides what is found of it;
  /// see [QuestionHistory#guard].
  public static final String VERSIONS = "versions";

  /// The scope that a question's draft moves on; see [QuestionHistory#drafts].
  public static final String DRAFT = "draft";

  public static final String IDENTITIES = "question-identity";

  private static final JournalKeys IMPORTS = new JournalKeys(TAG, "bank", "imports");
  private static final String APPLIED = "applied-import";
  private static final String ANSWERS = "import-answer";
  private static final String IMPORTS_SCOPE = "imports";
  private static final int ALL = Integer.MAX_VALUE;

  private final Journal journal;
  private final EventCodec codec;
  private final StatefulRedisConnection<String, String> redis;
  private final JsonMapper json = JsonMapper.builder().build();

  BankJournal(
      Journal journal,
      EventCodec codec,
      StatefulRedisConnection<String, String> eventLogConnection) {
    this.journal = journal;
    this.codec = codec;
    this.redis = eventLogConnection;
  }

  /// How many imports took effect so far.
  long generation() {
    return journal.head(IMPORTS).toCompletableFuture().join().map(JournalHead::facts).orElse(0L);
  }

  /// Those of the identities that are taken, with the question that has them.
  public Map<String, String> holders(Collection<String> identities) {
    return indexed(IDENTITIES, identities);
  }

  /// Those of the batches that took effect.
  public Set<String> applied(Collection<String> batches) {
    return new HashSet<>(indexed(APPLIED, batches).values());
  }

  public Map<String, QuestionHistory> histories(Collection<String> ids) {
    Map<String, CompletableFuture<List<JournalEntry>>> reads = new HashMap<>();
    for (String id : ids) {
      reads.put(id, journal.read(question(id), 0, ALL).toCompletableFuture());
    }
    Map<String, QuestionHistory> histories = new HashMap<>();
    reads.forEach(
        (id, read) ->
            histories.put(id, new QuestionHistory(read.join().stream().map(this::fact).toList())));
    return histories;
  }

  /// Writes a version that counts for nobody before its batch is applied.
  CompletionStage<AppendResult> publish(
      ImportPlan.Publication publication, String batch, ImportRequest by) {
    Question question = publication.question();
    String id = question.content().id();
    var event =
        new BankEvent.QuestionPublished(
            question.content(), question.staff(), question.filing(), batch);
    return journal.append(
        new Append(
            question(id),
            publication.guard() == 0,
            batch,
            1,
            Map.of(VERSIONS, publication.guard()),
            List.of(VERSIONS),
            publication.claims().stream()
                .map(field -> new Append.Claim(IDENTITIES, field, id))
                .toList(),
            List.of(codec.draft(id, draft(event, by))),
            false));
  }

  /// From here on the versions of the batch count, and the request's Idempotency-Key stands for
  /// this answer: both or neither.
  ///
  /// @param generation the number of imports the batch was decided upon
  AppendResult apply(
      BankEvent.ImportApplied event, long generation, ImportRequest by, KeptAnswer answer) {
    Append.Claim applied = new Append.Claim(APPLIED, event.batch(), event.batch());
    return append(
        birth ->
            new Append(
                IMPORTS,
                birth,
                event.batch(),
                1,
                Map.of(IMPORTS_SCOPE, generation),
                List.of(IMPORTS_SCOPE),
                Stream.concat(Stream.of(applied), claim(by, answer)).toList(),
                List.of(codec.draft(IMPORTS.id(), draft(event, by))),
                false));
  }

  /// Keeps the answer to a request that has no effect of its own.
  AppendResult keep(ImportRequest by, KeptAnswer answer) {
    return append(
        birth ->
            new Append(
                IMPORTS,
                birth,
                "answer:" + answerField(by),
                1,
                Map.of(),
                List.of(),
                claim(by, answer).toList(),
                List.of(),
                false));
  }

  /// What was answered under the request's Idempotency-Key, if anything.
  Optional<KeptAnswer> answer(ImportRequest request) {
    String field = answerField(request);
    return field == null
        ? Optional.empty()
        : Optional.ofNullable(indexed(ANSWERS, List.of(field)).get(field)).map(KeptAnswer::parse);
  }

  private static Stream<Append.Claim> claim(ImportRequest by, KeptAnswer answer) {
    String field = answerField(by);
    return field == null
        ? Stream.empty()
        : Stream.of(new Append.Claim(ANSWERS, field, answer.text()));
  }

  private static @Nullable String answerField(ImportRequest by) {
    String key = by.idempotencyKey();
    return key == null ? null : Identity.digest(by.actor().value() + "\n" + key);
  }

  /// @param append the same append, for a journal that is not there and for one that is
  private AppendResult append(Function<Boolean, Append> append) {
    AppendResult result = joined(append.apply(false));
    if (result instanceof AppendResult.Missing) {
      result = joined(append.apply(true));
    }
    return result instanceof AppendResult.Exists ? joined(append.apply(false)) : result;
  }

  private AppendResult joined(Append append) {
    return journal.append(append).toCompletableFuture().join();
  }

  private Map<String, String> indexed(String index, Collection<String> fields) {
    if (fields.isEmpty()) {
      return Map.of();
    }
    Map<String, String> found = new HashMap<>();
    redis.sync().hmget(IMPORTS.index(index), fields.toArray(String[]::new)).stream()
        .filter(KeyValue::hasValue)
        .forEach(it -> found.put(it.getKey(), it.getValue()));
    return found;
  }

  private QuestionFact fact(JournalEntry entry) {
    JsonNode tree = json.readTree(entry.json());
    BankEvent event =
        (BankEvent) codec.event(tree.required("type").asString(), tree.required("data"));
    return new QuestionFact(
        event, entry.number(), entry.at(), new PersonId(tree.required("actor").asString()));
  }

  private static EventDraft draft(BankEvent event, ImportRequest by) {
    return new EventDraft(event, by.actor(), by.correlationId(), null);
  }

  public static JournalKeys question(String id) {
    return new JournalKeys(TAG, "question", id);
  }
}
