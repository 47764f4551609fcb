package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.door.Readers;
import dev.mockingbird.search.bank.door.Upload;
import dev.mockingbird.search.bank.markdown.MarkdownReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Somebody wants an upload in the bank.
///
/// @param idempotencyKey the actor's own name for this request: once it was answered, its repeats
///   do nothing and get the same answer
record ListImport(
    ImportRequest request,
    Upload upload,
    PersonId actor,
    String correlationId,
    @Nullable String idempotencyKey) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  String source() {
    return request.source();
  }

  List<FileReading> read() {
    return Readers.read(
        upload,
        file -> request.files().getOrDefault(file.name(), FileChoice.NONE).in(request.language()));
  }

  /// Equal for requests that ask for the same.
  String fingerprint() {
    return digest(
        Integer.toString(MarkdownReader.RULES),
        upload.sha256(),
        JSON.writeValueAsString(request.asked()));
  }

  /// The same request over the same bank is the same batch, so that an import that broke off, or
  /// runs on two instances at once, goes on where it is. Once one of its questions was changed
  /// otherwise it is another batch, and what the first one left behind never counts.
  ///
  /// @param imports how many took effect before it
  String batch(long imports, ImportPlan plan) {
    return "b" + digest(fingerprint(), Long.toString(imports), plan.basis());
  }

  private static String digest(String... parts) {
    return Identity.digest(String.join("\n", parts)).substring(0, 15);
  }
}
