package dev.mockingbird.eventlog;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// `append.lua`: its arguments and its answers, typed.
final class AppendScript {

  private static final String SOURCE = source();
  private static final int FIRST_INDEX_KEY = 5;

  private final RedisAsyncCommands<String, String> redis;
  private final Supplier<String> epochs;
  private final String incarnation;
  private final String digest;

  /// @param epochs draws the epoch of a journal that is born
  /// @param incarnation follows every epoch that is told
  AppendScript(
      StatefulRedisConnection<String, String> connection,
      Supplier<String> epochs,
      String incarnation) {
    this.redis = connection.async();
    this.epochs = epochs;
    this.incarnation = incarnation;
    this.digest = redis.digest(SOURCE);
  }

  CompletionStage<AppendResult> run(Append append) {
    String[] keys = keys(append);
    String[] arguments = arguments(append);
    return redis
        .<List<Object>>evalsha(digest, ScriptOutputType.MULTI, keys, arguments)
        .exceptionallyCompose(
            failure ->
                noScript(failure)
                    ? redis.<List<Object>>eval(SOURCE, ScriptOutputType.MULTI, keys, arguments)
                    : CompletableFuture.failedStage(failure))
        .thenApply(AppendScript::result);
  }

  private static String[] keys(Append append) {
    JournalKeys keys = append.keys();
    List<String> all =
        new ArrayList<>(List.of(keys.head(), keys.journal(), keys.clients(), keys.outbox()));
    append.claims().forEach(claim -> all.add(keys.index(claim.index())));
    return all.toArray(String[]::new);
  }

  private String[] arguments(Append append) {
    List<String> all = new ArrayList<>();
    all.add(append.birth() ? "1" : "0");
    all.add(append.birth() ? epochs.get() : "");
    all.add(incarnation);
    all.add(append.keys().live());
    all.add(append.keys().id());
    all.add(append.client());
    all.add(Long.toString(append.n()));
    all.add(append.seal() ? "1" : "0");
    all.add(Integer.toString(append.guards().size()));
    append
        .guards()
        .forEach(
            (scope, version) -> {
              all.add(scope);
              all.add(Long.toString(version));
            });
    all.add(Integer.toString(append.bumps().size()));
    all.addAll(append.bumps());
    all.add(Integer.toString(append.claims().size()));
    for (int i = 0; i < append.claims().size(); i++) {
      Append.Claim claim = append.claims().get(i);
      all.add(Integer.toString(FIRST_INDEX_KEY + i));
      all.add(claim.field());
      all.add(claim.holder());
    }
    all.add(Integer.toString(append.entries().size()));
    for (Append.Entry entry : append.entries()) {
      all.add(entry.json());
      switch (entry) {
        case Append.Fact fact -> {
          all.add(fact.topic());
          all.add(fact.envelope());
        }
        case Append.Change change -> {
          all.add("");
          all.add("");
        }
      }
    }
    return all.toArray(String[]::new);
  }

  private static AppendResult result(List<Object> answer) {
    return switch ((String) answer.getFirst()) {
      case "appended" ->
          new AppendResult.Appended(
              text(answer, 1),
              number(answer, 2),
              number(answer, 3),
              Instant.ofEpochMilli(number(answer, 4)),
              number(answer, 5));
      case "seen" -> new AppendResult.Seen(text(answer, 1), number(answer, 2));
      case "conflict" -> new AppendResult.Conflict(text(answer, 1), number(answer, 2));
      case "taken" -> new AppendResult.Taken(text(answer, 1), text(answer, 2));
      case "exists" -> new AppendResult.Exists(text(answer, 1), number(answer, 2));
      case "sealed" -> new AppendResult.Sealed(text(answer, 1), number(answer, 2));
      case "missing" -> new AppendResult.Missing();
      case String other -> throw new IllegalStateException("append.lua answered " + other);
    };
  }

  private static String text(List<Object> answer, int index) {
    return (String) answer.get(index);
  }

  private static long number(List<Object> answer, int index) {
    return (Long) answer.get(index);
  }

  private static boolean noScript(Throwable failure) {
    return failure instanceof RedisNoScriptException
        || (failure instanceof CompletionException
            && failure.getCause() instanceof RedisNoScriptException);
  }

  private static String source() {
    try (InputStream lua = AppendScript.class.getResourceAsStream("append.lua")) {
      if (lua == null) {
        throw new IllegalStateException("append.lua is missing from the jar");
      }
      return new String(lua.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
