package dev.mockingbird.search.bank.importing;

import dev.mockingbird.eventlog.Append;
import dev.mockingbird.eventlog.AppendResult;
import dev.mockingbird.eventlog.Journal;
import dev.mockingbird.eventlog.RedisJournal;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Several connections for the effects of long batches. Redis takes a few commands of a connection
/// at a time and puts them on disk together; from several it takes several times as many. A journal
/// keeps to its lane, so the order of its appends stays.
@Component
class Lanes implements AutoCloseable {

  private static final int MANY = 8;

  private final List<StatefulRedisConnection<String, String>> connections;
  private final List<Journal> journals;

  Lanes(RedisClient eventLogRedis, @Value("${mockingbird.incarnation:}") String incarnation) {
    connections = Stream.generate(eventLogRedis::connect).limit(MANY).toList();
    journals =
        connections.stream()
            .<Journal>map(
                it ->
                    new RedisJournal(
                        it, () -> UUID.randomUUID().toString().substring(0, 8), incarnation))
            .toList();
  }

  CompletionStage<AppendResult> append(Append append) {
    return journals.get(Math.floorMod(append.keys().id().hashCode(), MANY)).append(append);
  }

  @Override
  public void close() {
    connections.forEach(StatefulRedisConnection::close);
  }
}
