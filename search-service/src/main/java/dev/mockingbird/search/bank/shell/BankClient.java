package dev.mockingbird.search.bank.shell;

import dev.mockingbird.search.bank.door.NamedBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bank of a running installation, as an organiser's access token opens it.
final class BankClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI base;
  private final String token;
  private final String language;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /// @param language of its sentences, such as `zh`
  BankClient(URI base, String token, String language) {
    this.base = base;
    this.token = token;
    this.language = language;
  }

  /// @param body a problem detail when the status is not 200
  record Answer(int status, JsonNode body) {}

  Answer preview(JsonNode request, List<NamedBytes> files)
      throws IOException, InterruptedException {
    return send("/api/bank/import-previews", UUID.randomUUID().toString(), request, files);
  }

  /// @param key one and the same for repeats of one import
  Answer apply(JsonNode request, List<NamedBytes> files, String key)
      throws IOException, InterruptedException {
    return send("/api/bank/imports", key, request, files);
  }

  private Answer send(String path, String key, JsonNode request, List<NamedBytes> files)
      throws IOException, InterruptedException {
    String boundary = "mockingbird-" + UUID.randomUUID();
    HttpResponse<byte[]> response =
        http.send(
            HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language)
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(boundary, request, files)))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), json(response));
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return type.contains("json") ? JSON.readTree(response.body()) : JSON.createObjectNode();
  }

  private static byte[] body(String boundary, JsonNode request, List<NamedBytes> files)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, boundary, "name=\"request\"", "application/json");
    body.write(JSON.writeValueAsBytes(request));
    for (NamedBytes file : files) {
      String name = file.name().replace("\"", "%22").replace("\r", "").replace("\n", "");
      part(body, boundary, "name=\"file\"; filename=\"" + name + "\"", "application/octet-stream");
      try (InputStream bytes = file.bytes().open()) {
        bytes.transferTo(body);
      }
    }
    body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String disposition, String type) {
    body.writeBytes(
        "\r\n--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, disposition, type)
            .getBytes(StandardCharsets.UTF_8));
  }
}
