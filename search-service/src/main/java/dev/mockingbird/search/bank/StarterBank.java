package dev.mockingbird.search.bank;

import dev.mockingbird.eventlog.PatientWork;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

  private static final Logger log = LoggerFactory.getLogger(StarterBank.class);

  StarterBank(Bank bank) {
    super("The starter bank", Duration.ofSeconds(1), () -> fill(bank));
  }

  private static boolean fill(Bank bank) throws IOException {
    if (bank.isEmpty()) {
      ImportReport report = bank.apply(request());
      log.info("The starter bank brought {} questions", report.added());
    }
    return true;
  }

  private static ImportRequest request() throws IOException {
    return new ImportRequest(
        new ClassPathResource("starter-bank.md").getContentAsString(StandardCharsets.UTF_8),
        SOURCE,
        Language.ENGLISH,
        PersonId.SYSTEM,
        UUID.randomUUID().toString(),
        null);
  }
}
