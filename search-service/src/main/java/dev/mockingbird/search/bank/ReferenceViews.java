package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Correlation;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Remembers who saw a reference before it is shown.
@Component
public class ReferenceViews {

  /// The subject of a look at all of the bank, or at much of it.
  private static final String ALL = "bank";

  /// More at once are not written down one by one.
  private static final int FEW = 100;

  private final AccessLog accessLog;

  ReferenceViews(AccessLog accessLog) {
    this.accessLog = accessLog;
  }

  public void rememberAll(Caller caller) {
    remember(ALL, caller);
  }

  public void remember(Collection<String> questions, Caller caller) {
    if (questions.size() > FEW) {
      rememberAll(caller);
    } else {
      questions.forEach(it -> remember(it, caller));
    }
  }

  /// @throws org.springframework.web.ErrorResponseException when it cannot be written down: show
  ///   nothing
  public void remember(String question, Caller caller) {
    try {
      accessLog.viewed(Content.REFERENCE, question, caller.person(), Correlation.current());
    } catch (IllegalStateException e) {
      throw BankProblems.storeUnavailable(e);
    }
  }
}
