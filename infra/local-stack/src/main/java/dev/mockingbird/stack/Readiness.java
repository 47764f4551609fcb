package dev.mockingbird.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Whether a service says that it can do its work.
public final class Readiness {

  private static final int CONNECT_MILLIS = 1_000;
  private static final int ANSWER_MILLIS = 3_000;

  private Readiness() {}

  /// @throws IOException when nobody answers
  public static boolean isReady(int port) throws IOException {
    URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(ANSWER_MILLIS);
    try {
      return connection.getResponseCode() == 200;
    } finally {
      connection.disconnect();
    }
  }
}
