package dev.mockingbird.demo;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// @param url of the gateway
/// @param json print the result for programs instead of people
/// @param interviewerToken personal access token; absent: demo sign-in
/// @param candidateToken personal access token; absent: demo sign-in
record Options(
    URI url, boolean json, Optional<String> interviewerToken, Optional<String> candidateToken) {

  static final String USAGE =
      """
      Usage: ./mockingbird demo [--url URL] [--json]

        --url URL   the installation to play on (default: the one in the data folder)
        --json      print the transcript as JSON

      On an installation without demo sign-in, give the two people's access tokens in
      MOCKINGBIRD_INTERVIEWER_TOKEN and MOCKINGBIRD_CANDIDATE_TOKEN.
      """;

  /// @throws IllegalArgumentException with a sentence, when the arguments are not understood
  static Options parse(String[] arguments, Map<String, String> environment) {
    URI url = address(environment.getOrDefault("MOCKINGBIRD_PUBLIC_URL", "http://localhost:8080"));
    boolean json = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--json" -> json = true;
        case "--url" -> {
          if (++i == arguments.length) {
            throw new IllegalArgumentException("--url needs an address.");
          }
          url = address(arguments[i]);
        }
        default -> throw new IllegalArgumentException("There is no option " + arguments[i] + ".");
      }
    }
    return new Options(
        url,
        json,
        Optional.ofNullable(environment.get("MOCKINGBIRD_INTERVIEWER_TOKEN")),
        Optional.ofNullable(environment.get("MOCKINGBIRD_CANDIDATE_TOKEN")));
  }

  private static URI address(String text) {
    URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    if (url.getHost() == null || !url.getScheme().matches("https?")) {
      throw new IllegalArgumentException("--url needs an address like http://localhost:8080.");
    }
    return url;
  }
}
