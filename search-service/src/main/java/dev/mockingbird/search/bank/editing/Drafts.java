package dev.mockingbird.search.bank.editing;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.JournalKeys;
import dev.mockingbird.search.bank.BankJournal;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.QuestionState;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Which questions have a draft. A question is written down here with its draft, in one append, and
/// taken out after the draft is gone; whoever reads looks at the question itself, so that one left
/// in by a service that died in between shows nothing.
@Component
class Drafts {

  /// KEYS head of the question's journal, index; ARGV question, its number of draft changes. Takes
  /// the question out unless it was drafted again meanwhile.
  private static final String FORGET =
      """
      if redis.call('HGET', KEYS[1], 'v:draft') == ARGV[2] then
        return redis.call('HDEL', KEYS[2], ARGV[1])
      end
      return 0""";

  private final StatefulRedisConnection<String, String> redis;
  private final BankReader bank;

  Drafts(StatefulRedisConnection<String, String> eventLogConnection, BankReader bank) {
    this.redis = eventLogConnection;
    this.bank = bank;
  }

  /// @param changes how many the draft has had
  record Draft(String id, QuestionState.Draft draft, long changes) {}

  static Append.Claim claim(String id) {
    return new Append.Claim(BankJournal.DRAFTED, id, id);
  }

  /// Newest first.
  List<Draft> all() {
    Map<String, BankReader.Known> known = bank.read(redis.sync().hkeys(index()));
    return known.entrySet().stream()
        .flatMap(
            it -> {
              QuestionState.Draft draft = it.getValue().state().draft();
              long changes = it.getValue().history().drafts();
              if (draft == null) {
                forget(it.getKey(), changes);
                return Stream.empty();
              }
              return Stream.of(new Draft(it.getKey(), draft, changes));
            })
        .sorted(Comparator.comparing((Draft it) -> it.draft().at()).reversed())
        .toList();
  }

  /// @param changes the question's number of draft changes with which the draft was gone
  void forget(String id, long changes) {
    JournalKeys question = BankJournal.question(id);
    redis
        .sync()
        .eval(
            FORGET,
            ScriptOutputType.INTEGER,
            new String[] {question.head(), index()},
            id,
            Long.toString(changes));
  }

  private static String index() {
    return BankJournal.question("").index(BankJournal.DRAFTED);
  }
}
