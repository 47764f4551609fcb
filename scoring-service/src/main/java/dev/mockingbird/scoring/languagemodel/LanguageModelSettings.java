package dev.mockingbird.scoring.languagemodel;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which model is asked, where, and with how much patience.
///
/// @param url of an OpenAI-compatible server: `https://host/v1`, or the whole address of its chat
///   completions
/// @param model as that server names it; part of the scorer's version
/// @param key sent as a bearer token to that address and shown nowhere; empty where the server asks
///   for none
/// @param deadline for one answer, with waiting and second try
/// @param concurrency requests at once, over all answers
/// @param mostTokens that the model may write about one answer
@ConfigurationProperties("mockingbird.language-model")
record LanguageModelSettings(
    URI url,
    @Nullable String model,
    @DefaultValue("") String key,
    @DefaultValue("20s") Duration deadline,
    @DefaultValue("4") int concurrency,
    @DefaultValue("4096") int mostTokens) {

  private static final String COMPLETIONS = "/chat/completions";

  LanguageModelSettings {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "mockingbird.language-model.url (MOCKINGBIRD_LANGUAGE_MODEL_URL) must be an http or https"
              + " address such as https://host/v1, without a user or password in it.");
    }
    if (model == null || model.isBlank()) {
      throw new IllegalArgumentException(
          "mockingbird.language-model.url is set, so mockingbird.language-model.model"
              + " (MOCKINGBIRD_LANGUAGE_MODEL_MODEL) must name the model to ask.");
    }
    model = model.strip();
    key = key.strip();
    if (!key.chars().allMatch(it -> it > ' ' && it < 0x7f)) {
      throw new IllegalArgumentException(
          "mockingbird.language-model.key (MOCKINGBIRD_LANGUAGE_MODEL_KEY) holds a character that no"
              + " key has.");
    }
    if (!deadline.isPositive() || concurrency < 1 || mostTokens < 1) {
      throw new IllegalArgumentException(
          "mockingbird.language-model: deadline, concurrency and most-tokens must be more than 0.");
    }
  }

  String modelName() {
    return String.valueOf(model);
  }

  URI completions() {
    String path = url.getRawPath().replaceAll("/+$", "");
    return url.resolve(
        (path.endsWith(COMPLETIONS) ? path : path + COMPLETIONS)
            + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
  }

  /// The key, and a query that may hold another, are no part of it.
  @Override
  public String toString() {
    return "%s at %s://%s%s".formatted(model, url.getScheme(), url.getAuthority(), url.getPath());
  }
}
