package dev.mockingbird.stack;

/// A store that Mockingbird stands on, with the environment variable that names an existing one to
/// use instead of our own.
public enum Store {
  REDIS("MOCKINGBIRD_REDIS_URL"),
  KAFKA("MOCKINGBIRD_KAFKA_BOOTSTRAP"),
  ELASTICSEARCH("MOCKINGBIRD_ELASTICSEARCH_URL");

  private final String variable;

  Store(String variable) {
    this.variable = variable;
  }

  public String variable() {
    return variable;
  }
}
