package dev.mockingbird.stack.launcher;

/// The four services, with the heap each is given.
public enum Service {
  GATEWAY("gateway", "MOCKINGBIRD_GATEWAY_URL", "128m"),
  INTERVIEW("interview-service", "MOCKINGBIRD_INTERVIEW_URL", "192m"),
  SEARCH("search-service", "MOCKINGBIRD_SEARCH_URL", "384m"),
  SCORING("scoring-service", "MOCKINGBIRD_SCORING_URL", "256m");

  private final String moduleName;
  private final String urlVariable;
  private final String heap;

  Service(String moduleName, String urlVariable, String heap) {
    this.moduleName = moduleName;
    this.urlVariable = urlVariable;
    this.heap = heap;
  }

  public String moduleName() {
    return moduleName;
  }

  public String urlVariable() {
    return urlVariable;
  }

  String heap() {
    return heap;
  }
}
