package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.JournalEntry;
import dev.mockingbird.eventlog.JournalHead;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.KeyScanArgs;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bank's journals and unique indexes in Redis. Methods that return values block for Redis;
/// those that return stages are pipelined.
@Component
public class BankJournal {

  public static final String TAG = JournalKeys.BANK;

  /// The scope of a question's journal that everything moves on which decides what is found of it;
  /// see [QuestionHistory#guard].
  public static final String VERSIONS = "versions";

  /// The scope that a question's draft moves on; see [QuestionHistory#drafts].
  public static final String DRAFT = "draft";

  /// Questions that may have a draft.
  public static final String DRAFTED = "drafted-question";

  /// What was asked under a name for a request.
  public static final String REQUESTS = "edit-request";

  public static final String IDENTITIES = "question-identity";

  public static final JournalKeys IMPORTS = new JournalKeys(TAG, "bank", "imports");

  /// Of a batch: itself once it took effect, or [#OVERTAKEN].
  public static final String APPLIED = "applied-import";

  /// Stands for a batch that can take effect no more, because a person changed one of its questions
  /// while it was being written.
  public static final String OVERTAKEN = "overtaken";

  /// Asked for at once: Redis answers others in between.
  private static final int TOGETHER = 500;

  private static final int ALL = Integer.MAX_VALUE;
  private static final int SCANNED_AT_ONCE = 1_000;

  private final Journal journal;
  private final EventCodec codec;
  private final DataKeys questionKeys;
  private final StatefulRedisConnection<String, String> redis;
  private final JsonMapper json = JsonMapper.builder().build();

  BankJournal(
      Journal journal,
      EventCodec codec,
      @Qualifier("questionKeys") DataKeys questionKeys,
      StatefulRedisConnection<String, String> eventLogConnection) {
    this.journal = journal;
    this.codec = codec;
    this.questionKeys = questionKeys;
    this.redis = eventLogConnection;
  }

  /// Those of the identities that are taken, with the question that has them.
  public Map<String, String> holders(Collection<String> identities) {
    return indexed(IDENTITIES, identities);
  }

  /// Those of the batches that took effect.
  public Set<String> applied(Collection<String> batches) {
    Set<String> applied = new HashSet<>(indexed(APPLIED, batches).values());
    applied.remove(OVERTAKEN);
    return applied;
  }

  /// Fingerprint of what took effect under a caller's name for a request.
  public Optional<String> asked(String request) {
    return Optional.ofNullable(indexed(REQUESTS, List.of(request)).get(request));
  }

  /// For facts about these questions: each has a key from now on, under which its texts lie in
  /// Kafka.
  public EventCodec codec(Collection<String> questions) {
    return codec.with(questionKeys.create(questions));
  }

  public Map<String, QuestionHistory> histories(Collection<String> ids) {
    Map<String, QuestionHistory> histories = new HashMap<>();
    inParts(ids)
        .forEach(
            part -> {
              Map<String, CompletableFuture<List<JournalEntry>>> reads = new HashMap<>();
              part.forEach(
                  id -> reads.put(id, journal.read(question(id), 0, ALL).toCompletableFuture()));
              reads.forEach(
                  (id, read) ->
                      histories.put(
                          id, new QuestionHistory(read.join().stream().map(this::fact).toList())));
            });
    return histories;
  }

  /// All questions that ever were, in no order: drafts, retired and purged ones are among them. It
  /// walks over all keys of Redis, a thousand at a time, so it is for what is rare.
  public Set<String> ids() {
    JournalKeys any = question("*");
    String head = any.head();
    int before = head.indexOf('*');
    int after = head.length() - before - 1;
    Set<String> ids = new HashSet<>();
    ScanIterator.scan(redis.sync(), KeyScanArgs.Builder.matches(head).limit(SCANNED_AT_ONCE))
        .forEachRemaining(key -> ids.add(key.substring(before, key.length() - after)));
    return ids;
  }

  /// Draws a new one whenever what was read of the imports before means nothing any more.
  public String importsEpoch() {
    return journal.head(IMPORTS).toCompletableFuture().join().map(JournalHead::epoch).orElse("");
  }

  /// What took effect and what was taken back, oldest first.
  ///
  /// @param after number of the last fact that is known already
  public List<QuestionFact> importFacts(long after) {
    return journal.read(IMPORTS, after, ALL).toCompletableFuture().join().stream()
        .map(this::fact)
        .toList();
  }

  private Map<String, String> indexed(String index, Collection<String> fields) {
    Map<String, String> found = new HashMap<>();
    inParts(fields)
        .flatMap(
            part -> redis.sync().hmget(IMPORTS.index(index), part.toArray(String[]::new)).stream())
        .filter(KeyValue::hasValue)
        .forEach(it -> found.put(it.getKey(), it.getValue()));
    return found;
  }

  private static Stream<List<String>> inParts(Collection<String> all) {
    return all.stream().gather(Gatherers.windowFixed(TOGETHER));
  }

  private QuestionFact fact(JournalEntry entry) {
    JsonNode tree = json.readTree(entry.json());
    BankEvent event =
        (BankEvent) codec.event(tree.required("type").asString(), tree.required("data"));
    return new QuestionFact(
        event, entry.number(), entry.at(), new PersonId(tree.required("actor").asString()));
  }

  public static JournalKeys question(String id) {
    return JournalKeys.question(id);
  }
}
