package dev.mockingbird.stack.github;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Parameters of a query string or a form.
record Query(Map<String, String> parameters) {

  static Query parse(@Nullable String encoded) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : (encoded == null ? "" : encoded).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new Query(parameters);
  }

  static String format(Map<String, String> parameters) {
    return parameters.entrySet().stream().map(Query::encoded).collect(Collectors.joining("&"));
  }

  String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static String encoded(Entry<String, String> parameter) {
    return encode(parameter.getKey()) + "=" + encode(parameter.getValue());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// A malformed escape is taken as it stands; no parameter of ours contains one.
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
