package dev.mockingbird.search.catalog;

import co.elastic.clients.elasticsearch._types.FieldValue;
import dev.mockingbird.search.catalog.QuestionQuery.Facet;
import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Pages;
import dev.mockingbird.search.web.Problems;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/questions")
class CatalogController {

  private static final int MAX_WORDS = 500;
  private static final int MAX_TITLES = 100;
  private static final int LONGEST_TITLE = 2_000;

  private final QuestionSearch search;

  CatalogController(QuestionSearch search) {
    this.search = search;
  }

  @GetMapping
  FoundQuestions questions(
      @AuthenticationPrincipal Jwt jwt,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String topic,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String difficulty,
      @RequestParam(required = false) @Nullable Boolean hasReference,
      @RequestParam(required = false) @Nullable String missing,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    if (q.length() > MAX_WORDS) {
      throw Problems.invalid("q", "q may have up to " + MAX_WORDS + " characters.");
    }
    oneOf("language", language, Set.of("zh", "en"));
    oneOf("difficulty", difficulty, Set.of("easy", "medium", "hard"));
    oneOf(
        "missing",
        missing,
        Set.of(QuestionDocument.REFERENCE, QuestionDocument.KEY_POINTS, QuestionDocument.EITHER));
    Map<Facet, FieldValue> filters = new EnumMap<>(Facet.class);
    put(filters, Facet.TOPIC, topic);
    put(filters, Facet.LANGUAGE, language);
    put(filters, Facet.DIFFICULTY, difficulty);
    if (hasReference != null) {
      filters.put(Facet.HAS_REFERENCE, FieldValue.of(hasReference));
    }
    put(filters, Facet.MISSING, missing);
    put(filters, Facet.SOURCE, source);
    boolean staff = Caller.of(jwt).staff();
    if (!staff && filters.keySet().stream().anyMatch(Facet::isStaffOnly)) {
      throw Problems.forbidden("Only interviewers and organisers may look for what is missing.");
    }
    return search.find(new QuestionQuery(q, filters), staff, new Pages(page, size));
  }

  record Titles(List<String> titles) {}

  /// Suggestions for somebody who is about to add questions: what the bank has that is like them.
  @PostMapping("/similar")
  List<List<QuestionSearch.Similar>> similar(
      @AuthenticationPrincipal Jwt jwt, @RequestBody Titles asked) {
    if (!Caller.of(jwt).staff()) {
      throw Problems.forbidden("Only interviewers and organisers may compare questions.");
    }
    List<String> titles = asked.titles();
    if (titles == null || titles.isEmpty() || titles.size() > MAX_TITLES) {
      throw Problems.invalid("titles", "titles has 1 to " + MAX_TITLES + " entries.");
    }
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      if (title == null || title.length() > LONGEST_TITLE) {
        throw Problems.invalid(
            "titles[" + i + "]", "A title has up to " + LONGEST_TITLE + " characters.");
      }
    }
    return search.similar(titles);
  }

  private static void oneOf(String name, @Nullable String value, Set<String> known) {
    if (value != null && !value.isEmpty() && !known.contains(value)) {
      throw Problems.invalid(
          name, name + " is one of " + known.stream().sorted().toList() + ", not " + value + ".");
    }
  }

  private static void put(Map<Facet, FieldValue> filters, Facet facet, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      filters.put(facet, FieldValue.of(value));
    }
  }
}
