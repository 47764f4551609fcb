package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.AccessLog;
import dev.mockingbird.events.AccessEvent.Content;
import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Correlation;
import org.springframework.stereotype.Component;

/// Remembers who saw a reference before it is shown.
@Component
public class ReferenceViews {

  private final AccessLog accessLog;

  ReferenceViews(AccessLog accessLog) {
    this.accessLog = accessLog;
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
