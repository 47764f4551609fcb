package dev.mockingbird.scoring.languagemodel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why there is no opinion. It carries no text of the answer, of the server or of the key, so that
/// it can be logged and counted as it is.
final class ModelFailure extends Exception {

  private static final long serialVersionUID = 1;

  /// Who is to blame: only failures of the server say that the next answer will fare no better.
  enum Blame {
    SERVER,
    THIS_ANSWER
  }

  enum Reason {
    /// Nobody answers at the address, or nobody who can be trusted.
    UNREACHABLE(Blame.SERVER, false),
    /// The connection broke before an answer began.
    BROKEN_OFF(Blame.SERVER, true),
    /// Not done within the deadline.
    TIMED_OUT(Blame.SERVER, false),
    /// Too many answers wait for the model already.
    BUSY(Blame.THIS_ANSWER, false),
    /// It failed so often just now that it is left alone for a while.
    LEFT_ALONE(Blame.THIS_ANSWER, false),
    /// 429.
    RATE_LIMITED(Blame.SERVER, true),
    /// 5xx.
    SERVER_ERROR(Blame.SERVER, true),
    /// 401 or 403.
    KEY_REFUSED(Blame.SERVER, false),
    /// 400, 413 or 422.
    REQUEST_REFUSED(Blame.THIS_ANSWER, false),
    /// Any other status, a redirect among them.
    WRONG_ADDRESS(Blame.SERVER, false),
    /// The body is too large, breaks off, or is no chat completion.
    NOT_A_COMPLETION(Blame.SERVER, false),
    /// The model declined, called tools, or was cut off.
    NO_ANSWER(Blame.THIS_ANSWER, false),
    /// What the model said is not what was asked for.
    NONSENSE(Blame.THIS_ANSWER, false),
    /// None of its verdicts came with words of the answer.
    NOTHING_QUOTED(Blame.THIS_ANSWER, false);

    private final Blame blame;
    private final boolean mayPass;

    Reason(Blame blame, boolean mayPass) {
      this.blame = blame;
      this.mayPass = mayPass;
    }

    Blame blame() {
      return blame;
    }

    /// Asking again in a moment may help.
    boolean mayPass() {
      return mayPass;
    }
  }

  private final Reason reason;
  private final @Nullable Duration retryAfter;

  ModelFailure(Reason reason) {
    this(reason, null);
  }

  /// @param retryAfter what the server asked for
  ModelFailure(Reason reason, @Nullable Duration retryAfter) {
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  Reason reason() {
    return reason;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
