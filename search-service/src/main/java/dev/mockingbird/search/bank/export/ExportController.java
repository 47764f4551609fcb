package dev.mockingbird.search.bank.export;

import dev.mockingbird.search.bank.BankProblems;
import dev.mockingbird.search.bank.ReferenceViews;
import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Problems;
import io.lettuce.core.RedisException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hands the whole bank to organisers, who saw all its references then.
@RestController
@RequestMapping("/api/bank/export")
class ExportController {

  private static final Logger log = LoggerFactory.getLogger(ExportController.class);

  private final WholeBank bank;
  private final ReferenceViews views;

  ExportController(WholeBank bank, ReferenceViews views) {
    this.bank = bank;
    this.views = views;
  }

  /// Written as it is read. A store that goes away in the middle breaks the connection off, so that
  /// half a bank is never taken for a whole one.
  @GetMapping
  void export(
      @AuthenticationPrincipal Jwt jwt,
      @RequestParam(defaultValue = "markdown") String format,
      HttpServletResponse response)
      throws IOException {
    Caller caller = Caller.of(jwt);
    if (!caller.organiser()) {
      throw Problems.forbidden("Only organisers may export the bank.");
    }
    ExportFormat wanted =
        ExportFormat.of(format)
            .orElseThrow(
                () ->
                    Problems.invalid(
                        "format", "format is markdown, jsonl, anki or csv, not " + format + "."));
    List<String> order = BankProblems.orUnavailable(bank::order);
    views.rememberAll(caller);
    response.setContentType(wanted.mediaType());
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(wanted.file()).build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    write(order, wanted, response);
    log.info("The bank was exported as {}: {} questions", format, order.size());
  }

  private void write(List<String> order, ExportFormat format, HttpServletResponse response)
      throws IOException {
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    try {
      BankWriter writer = format.to(out);
      writer.begin();
      bank.read(order, writer::write);
    } catch (RedisException | CompletionException e) {
      if (response.isCommitted()) {
        throw new IOException("The store went away in the middle of an export", e);
      }
      response.reset();
      throw BankProblems.storeUnavailable(e);
    }
    out.flush();
  }
}
