package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.web.Problems;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The answers to imports by Idempotency-Key, kept for a day: the same request again gets the same
/// answer. Importing twice changes nothing by itself, so a crash in between costs only the wording.
@Component
class ImportAnswers {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private final StatefulRedisConnection<String, String> redis;
  private final JsonMapper json;

  ImportAnswers(StatefulRedisConnection<String, String> eventLogConnection, JsonMapper json) {
    this.redis = eventLogConnection;
    this.json = json;
  }

  private record Kept(String request, ImportReport report) {}

  ImportReport once(
      PersonId person, @Nullable String key, ImportRequest request, Supplier<ImportReport> work) {
    if (key == null) {
      return work.get();
    }
    if (!KEY.matcher(key).matches()) {
      throw Problems.invalid(
          "Idempotency-Key", "An Idempotency-Key has 8 to 64 letters, digits, - or _.");
    }
    String name =
        new JournalKeys(BankJournal.TAG, "answer", Identity.digest(person.value() + "\n" + key))
            .part("import");
    String fingerprint = request.batch(0);
    String before = redis.sync().get(name);
    if (before != null) {
      Kept kept = json.readValue(before, Kept.class);
      if (!kept.request().equals(fingerprint)) {
        throw BankProblems.keyReused();
      }
      return kept.report();
    }
    ImportReport report = work.get();
    redis
        .sync()
        .set(
            name, json.writeValueAsString(new Kept(fingerprint, report)), SetArgs.Builder.ex(KEPT));
    return report;
  }
}
