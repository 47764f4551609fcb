package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.scoring.languagemodel.ChatRequest.Nicety;
import dev.mockingbird.scoring.languagemodel.ModelFailure.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// The chat completions of an OpenAI-compatible server. Whatever that server does, a call ends
/// within its deadline, takes at most a mebibyte, follows no redirect, trusts no certificate that
/// the JDK does not, and leaves neither connection nor thread behind.
final class ChatCompletions {

  private static final int TRIES = 2;
  private static final int LARGEST_BODY = 1024 * 1024;
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final MediaType ANY_JSON = new MediaType("application", "*+json");

  private final LanguageModelSettings settings;
  private final Duration pause;

  /// What this server turned out not to take.
  private final Set<Nicety> notTaken = ConcurrentHashMap.newKeySet();

  /// @param pause before a second try, unless the server names one
  ChatCompletions(LanguageModelSettings settings, Duration pause) {
    this.settings = settings;
    this.pause = pause;
  }

  /// @return what the model said
  String complete(Prompt prompt, Deadline deadline) throws ModelFailure, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return ask(prompt, deadline);
      } catch (ModelFailure failure) {
        Duration wait = failure.retryAfter().orElse(pause);
        boolean fits = wait.toNanos() < deadline.nanosLeft();
        if (tries == TRIES || !failure.reason().mayPass() || !fits) {
          throw failure;
        }
        Thread.sleep(wait);
      }
    }
  }

  /// Asks once, and after a refusal of something that it can do without, without it.
  private String ask(Prompt prompt, Deadline deadline) throws ModelFailure, InterruptedException {
    while (true) {
      Set<Nicety> without = EnumSet.noneOf(Nicety.class);
      without.addAll(notTaken);
      HttpResponse<byte[]> response = send(ChatRequest.body(settings, prompt, without), deadline);
      Optional<Nicety> tooMuch =
          response.statusCode() == 400
              ? ChatRequest.tooMuch(response.body(), without)
              : Optional.empty();
      if (tooMuch.isEmpty()) {
        return content(response);
      }
      notTaken.add(tooMuch.get());
    }
  }

  private HttpResponse<byte[]> send(byte[] body, Deadline deadline)
      throws ModelFailure, InterruptedException {
    AtomicBoolean begun = new AtomicBoolean();
    HttpClient http = client();
    CompletableFuture<HttpResponse<byte[]>> response =
        http.sendAsync(
            request(body),
            BodyHandlers.limiting(
                info -> {
                  begun.set(true);
                  return BodyHandlers.ofByteArray().apply(info);
                },
                LARGEST_BODY));
    try {
      return response.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw new ModelFailure(Reason.TIMED_OUT);
    } catch (ExecutionException e) {
      throw new ModelFailure(begun.get() ? Reason.NOT_A_COMPLETION : unanswered(e.getCause()));
    } finally {
      http.shutdownNow();
    }
  }

  private HttpRequest request(byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(settings.completions())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    return settings.key().isEmpty()
        ? request.build()
        : request.header("Authorization", "Bearer " + settings.key()).build();
  }

  private static Reason unanswered(@Nullable Throwable cause) {
    return cause instanceof ConnectException
            || cause instanceof HttpTimeoutException
            || cause instanceof SSLException
            || !(cause instanceof IOException)
        ? Reason.UNREACHABLE
        : Reason.BROKEN_OFF;
  }

  private static String content(HttpResponse<byte[]> response) throws ModelFailure {
    int status = response.statusCode();
    if (status == 200 && isJson(response)) {
      return Completion.content(response.body());
    }
    throw switch (status) {
      case 200 -> new ModelFailure(Reason.NOT_A_COMPLETION);
      case 400, 413, 422 -> new ModelFailure(Reason.REQUEST_REFUSED);
      case 401, 403 -> new ModelFailure(Reason.KEY_REFUSED);
      case 429 -> new ModelFailure(Reason.RATE_LIMITED, retryAfter(response));
      default ->
          status >= 500
              ? new ModelFailure(Reason.SERVER_ERROR, retryAfter(response))
              : new ModelFailure(Reason.WRONG_ADDRESS);
    };
  }

  private static boolean isJson(HttpResponse<?> response) {
    try {
      MediaType type =
          MediaType.parseMediaType(response.headers().firstValue("Content-Type").orElse(""));
      return MediaType.APPLICATION_JSON.includes(type) || ANY_JSON.includes(type);
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }

  /// In seconds; a date, which hardly any server sends, is as good as none.
  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(it -> it.matches("\\d{1,6}"))
        .map(it -> Duration.ofSeconds(Long.parseLong(it)))
        .orElse(null);
  }

  /// One for each request. A model takes seconds, so that a connection is worth nothing to the next
  /// answer; and the client has states of failure in which only its own end closes the connection.
  private static HttpClient client() {
    return HttpClient.newBuilder()
        // Some servers stumble over the offer of HTTP/2 on an open connection.
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(TO_CONNECT)
        .executor(Thread::startVirtualThread)
        .build();
  }
}
