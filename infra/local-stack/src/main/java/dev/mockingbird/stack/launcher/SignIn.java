package dev.mockingbird.stack.launcher;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How people sign in: at GitHub, or as demo people.
sealed interface SignIn {

  /// At GitHub or GitHub Enterprise.
  ///
  /// @param settings the `GITHUB_…` variables, handed through
  record Github(Map<String, String> settings) implements SignIn {}

  record Demo() implements SignIn {}

  record Impossible(String sentence) implements SignIn {}

  static SignIn choose(Map<String, String> environment, URI publicUrl) {
    boolean id = isSet(environment, "GITHUB_CLIENT_ID");
    boolean secret = isSet(environment, "GITHUB_CLIENT_SECRET");
    if (id != secret) {
      return new Impossible(
          "Only %s is set; sign-in with GitHub needs %s as well."
              .formatted(
                  id ? "GITHUB_CLIENT_ID" : "GITHUB_CLIENT_SECRET",
                  id ? "GITHUB_CLIENT_SECRET" : "GITHUB_CLIENT_ID"));
    }
    if (id) {
      Map<String, String> settings = new java.util.TreeMap<>();
      for (String name :
          Set.of("GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET", "GITHUB_URL", "GITHUB_API_URL")) {
        Optional.ofNullable(environment.get(name))
            .filter(value -> !value.isBlank())
            .ifPresent(value -> settings.put(name, value));
      }
      return new Github(settings);
    }
    return isLoopback(publicUrl)
        ? new Demo()
        : new Impossible(
            "The public address %s needs sign-in with GitHub: set GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET; the demo sign-in is for this machine only."
                .formatted(publicUrl));
  }

  static boolean isLoopback(URI address) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
