package dev.mockingbird.scoring.languagemodel;

import dev.mockingbird.scoring.languagemodel.ModelFailure.Blame;
import dev.mockingbird.scoring.languagemodel.ModelFailure.Reason;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A model that is asked by a few at a time, and left alone for a while when its server keeps
/// failing, so that a dead one does not cost each answer its deadline. Answers that the model makes
/// nothing of say nothing about the server: nobody can talk it away from others.
final class LanguageModel {

  private final ChatCompletions chat;
  private final Duration deadline;
  private final Semaphore permits;
  private final CircuitBreaker breaker;

  /// @param leftAloneFor after three failures, or half of the last six; one call tries then
  LanguageModel(ChatCompletions chat, Duration deadline, int concurrency, Duration leftAloneFor) {
    this.chat = chat;
    this.deadline = deadline;
    this.permits = new Semaphore(concurrency, true);
    this.breaker =
        CircuitBreaker.of(
            "language-model",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(6)
                .minimumNumberOfCalls(3)
                .failureRateThreshold(50)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(leftAloneFor)
                .recordException(LanguageModel::blamesTheServer)
                .ignoreExceptions(InterruptedException.class)
                .build());
  }

  /// @return what the model said
  String ask(Prompt prompt) throws ModelFailure, InterruptedException {
    Deadline by = Deadline.in(deadline);
    if (!permits.tryAcquire(by.nanosLeft(), TimeUnit.NANOSECONDS)) {
      throw new ModelFailure(Reason.BUSY);
    }
    try {
      return breaker.executeCallable(() -> chat.complete(prompt, by));
    } catch (CallNotPermittedException _) {
      throw new ModelFailure(Reason.LEFT_ALONE);
    } catch (ModelFailure | InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      permits.release();
    }
  }

  private static boolean blamesTheServer(Throwable failure) {
    return failure instanceof ModelFailure it && it.reason().blame() == Blame.SERVER;
  }
}
