package dev.mockingbird.scoring.model;

import dev.mockingbird.events.Language;
import dev.mockingbird.scoring.scorer.TokenEncoder;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models there are. One that does not load is missing here, and said so in the log.
public final class Encoders implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Encoders.class);

  private final Map<Language, OnnxEncoder> loaded = new EnumMap<>(Language.class);

  public static Encoders load() {
    return load(
        Map.of(Language.ENGLISH, OnnxEncoder::english, Language.CHINESE, OnnxEncoder::chinese));
  }

  static Encoders load(Map<Language, Supplier<OnnxEncoder>> models) {
    Encoders encoders = new Encoders();
    Map<Language, CompletableFuture<OnnxEncoder>> loading = new EnumMap<>(Language.class);
    models.forEach(
        (language, model) -> loading.put(language, CompletableFuture.supplyAsync(model)));
    loading.forEach(
        (language, model) -> {
          try {
            encoders.loaded.put(language, model.join());
          } catch (CompletionException e) {
            log.error("There is no model for {}, so nothing in it is scored", language, e);
          }
        });
    return encoders;
  }

  public Map<Language, TokenEncoder> byLanguage() {
    return Map.copyOf(loaded);
  }

  @Override
  public void close() throws Exception {
    for (OnnxEncoder encoder : loaded.values()) {
      encoder.close();
    }
  }
}
