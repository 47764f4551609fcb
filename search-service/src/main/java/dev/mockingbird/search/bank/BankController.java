package dev.mockingbird.search.bank;

import dev.mockingbird.events.Language;
import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Correlation;
import dev.mockingbird.search.web.Problems;
import io.lettuce.core.RedisException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/bank")
class BankController {

  private static final Logger log = LoggerFactory.getLogger(BankController.class);
  private static final int MAX_BYTES = 4_000_000;
  private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N} ._()-]{1,80}");

  private final Bank bank;

  BankController(Bank bank) {
    this.bank = bank;
  }

  @PostMapping(
      path = "/imports",
      consumes = {"text/markdown", "text/plain"})
  ImportReport importList(
      @AuthenticationPrincipal Jwt jwt,
      @RequestParam String source,
      @RequestParam(defaultValue = "zh") String language,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody byte[] list) {
    Caller caller = Caller.of(jwt);
    if (!caller.organiser()) {
      throw BankProblems.organisersOnly();
    }
    if (!SOURCE.matcher(source).matches()) {
      throw Problems.invalid("source", "source names the list: 1 to 80 letters, digits, . _ ( ) -");
    }
    BankProblems.checkKey(key);
    var request =
        new ImportRequest(
            text(list), source, language(language), caller.person(), Correlation.current(), key);
    try {
      return dryRun ? bank.preview(request) : apply(request);
    } catch (RedisException | CompletionException e) {
      throw BankProblems.storeUnavailable(e);
    }
  }

  private ImportReport apply(ImportRequest request) {
    ImportReport report = bank.apply(request);
    log.info(
        "Import {} of {}: {} added, {} changed, {} unchanged",
        report.batch(),
        request.source(),
        report.added(),
        report.changed(),
        report.unchanged());
    return report;
  }

  private static Language language(String language) {
    return switch (language) {
      case "zh" -> Language.CHINESE;
      case "en" -> Language.ENGLISH;
      default -> throw Problems.invalid("language", "language is zh or en, not " + language + ".");
    };
  }

  private static String text(byte[] list) {
    if (list.length > MAX_BYTES) {
      throw BankProblems.tooLarge(MAX_BYTES);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(list)).toString();
    } catch (CharacterCodingException _) {
      throw BankProblems.notText();
    }
  }
}
