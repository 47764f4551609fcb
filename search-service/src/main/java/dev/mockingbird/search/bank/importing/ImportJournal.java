package dev.mockingbird.search.bank.importing;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.EventDraft;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.BankJournal;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.QuestionFact;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What batches write: their effects in the questions' journals, and that they took effect.
@Component
class ImportJournal {

  private static final String ANSWERS = "import-answer";
  private static final String IMPORTS_SCOPE = "imports";

  private final Journal journal;
  private final Lanes lanes;
  private final BankJournal bank;
  private final EventCodec codec;
  private final StatefulRedisConnection<String, String> redis;
  private final List<QuestionFact> facts = new ArrayList<>();
  private String epoch = "";
  private Imports imports = Imports.NONE;

  ImportJournal(
      Journal journal,
      Lanes lanes,
      BankJournal bank,
      EventCodec codec,
      StatefulRedisConnection<String, String> eventLogConnection) {
    this.journal = journal;
    this.lanes = lanes;
    this.bank = bank;
    this.codec = codec;
    this.redis = eventLogConnection;
  }

  /// Who asks, and under which name.
  ///
  /// @param key absent when a repeat is to do the same again
  record Asker(PersonId actor, String correlationId, @Nullable String key) {

    static Asker of(ListImport it) {
      return new Asker(it.actor(), it.correlationId(), it.idempotencyKey());
    }
  }

  /// The store's clock: everything in a journal stands under it.
  Instant now() {
    List<String> time = redis.sync().time();
    return Instant.ofEpochMilli(
        Long.parseLong(time.getFirst()) * 1000 + Long.parseLong(time.getLast()) / 1000);
  }

  /// All imports; what was read before is not read again.
  synchronized Imports imports() {
    String now = bank.importsEpoch();
    if (!now.equals(epoch)) {
      facts.clear();
      epoch = now;
    }
    List<QuestionFact> newer = bank.importFacts(facts.isEmpty() ? 0 : facts.getLast().number());
    if (!newer.isEmpty() || facts.isEmpty()) {
      facts.addAll(newer);
      imports = Imports.of(facts);
    }
    return imports;
  }

  /// Writes what counts for nobody before its batch took effect.
  List<CompletableFuture<AppendResult>> write(
      List<? extends ImportPlan.Effect> effects, String batch, Asker by) {
    EventCodec questions = bank.codec(effects.stream().map(ImportPlan.Effect::id).toList());
    return effects.stream()
        .map(effect -> write(effect, batch, by, questions).toCompletableFuture())
        .toList();
  }

  private CompletionStage<AppendResult> write(
      ImportPlan.Effect effect, String batch, Asker by, EventCodec questions) {
    BankEvent event =
        switch (effect) {
          case ImportPlan.Publication it ->
              new BankEvent.QuestionPublished(
                  it.question().content(), it.question().staff(), it.question().filing(), batch);
          case ImportPlan.Retirement it -> new BankEvent.QuestionRetired(it.id(), null, batch);
        };
    List<String> claims =
        switch (effect) {
          case ImportPlan.Publication it -> it.claims();
          case ImportPlan.Retirement _ -> List.of();
        };
    return lanes.append(
        new Append(
            BankJournal.question(effect.id()),
            effect.birth(),
            batch,
            1,
            Map.of(BankJournal.VERSIONS, effect.guard()),
            List.of(BankJournal.VERSIONS),
            claims.stream()
                .map(field -> new Append.Claim(BankJournal.IDENTITIES, field, effect.id()))
                .toList(),
            List.of(questions.draft(effect.id(), draft(event, by))),
            false));
  }

  /// From here on the effects of the batch count, and the asker's key stands for this answer: both
  /// or neither. `Taken` when a person changed one of its questions since it was written there.
  ///
  /// @param imports how many there were when the batch was decided
  AppendResult takeEffect(
      String batch, BankEvent event, long imports, Asker by, KeptAnswer answer) {
    Append.Claim applied = new Append.Claim(BankJournal.APPLIED, batch, batch);
    return append(
        birth ->
            new Append(
                BankJournal.IMPORTS,
                birth,
                batch,
                1,
                Map.of(IMPORTS_SCOPE, imports),
                List.of(IMPORTS_SCOPE),
                Stream.concat(Stream.of(applied), claim(by, answer)).toList(),
                List.of(codec.draft(BankJournal.IMPORTS.id(), draft(event, by))),
                false));
  }

  /// Keeps the answer to a request that has no effect of its own.
  ///
  /// @return false when the key stands for an answer already: it is found when asked again
  boolean keep(Asker by, KeptAnswer answer) {
    String field = field(by);
    return field == null
        || append(
                birth ->
                    new Append(
                        BankJournal.IMPORTS,
                        birth,
                        "answer:" + field,
                        1,
                        Map.of(),
                        List.of(),
                        claim(by, answer).toList(),
                        List.of(),
                        false))
            instanceof AppendResult.Appended;
  }

  /// What was answered under the asker's key, if anything.
  Optional<KeptAnswer> answer(Asker by) {
    return Optional.ofNullable(field(by))
        .map(field -> redis.sync().hget(BankJournal.IMPORTS.index(ANSWERS), field))
        .map(KeptAnswer::parse);
  }

  private static Stream<Append.Claim> claim(Asker by, KeptAnswer answer) {
    String field = field(by);
    return field == null
        ? Stream.empty()
        : Stream.of(new Append.Claim(ANSWERS, field, answer.text()));
  }

  private static @Nullable String field(Asker by) {
    return by.key() == null ? null : Identity.digest(by.actor().value() + "\n" + by.key());
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

  private static EventDraft draft(BankEvent event, Asker by) {
    return new EventDraft(event, by.actor(), by.correlationId(), null);
  }
}
