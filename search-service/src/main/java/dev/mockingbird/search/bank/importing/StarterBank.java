package dev.mockingbird.search.bank.importing;

import dev.mockingbird.eventlog.PatientWork;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.door.Limits;
import dev.mockingbird.search.bank.door.NamedBytes;
import dev.mockingbird.search.bank.door.Upload;
import dev.mockingbird.search.bank.door.UploadRefused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// What a new user meets first: imported like anybody's list when the bank is empty. Several
/// instances may try at once; to the bank it is one batch.
@Component
@ConditionalOnBooleanProperty("mockingbird.starter-bank.enabled")
class StarterBank extends PatientWork {

  static final String SOURCE = "starter-bank";

  private static final String FILE = "starter-bank.md";
  private static final Logger log = LoggerFactory.getLogger(StarterBank.class);

  StarterBank(Importing importing) {
    super("The starter bank", Duration.ofSeconds(1), () -> fill(importing));
  }

  private static boolean fill(Importing importing) throws IOException, UploadRefused {
    if (importing.nothingYet()) {
      Applied applied = importing.apply(starter());
      log.info("The starter bank brought {} questions", applied.counts().added());
    }
    return true;
  }

  static ListImport starter() throws IOException, UploadRefused {
    byte[] bytes = new ClassPathResource(FILE).getContentAsByteArray();
    return new ListImport(
        ImportRequest.of(SOURCE, Language.ENGLISH),
        Upload.open(List.of(NamedBytes.of(FILE, bytes)), Limits.DEFAULT),
        PersonId.SYSTEM,
        UUID.randomUUID().toString(),
        null);
  }
}
