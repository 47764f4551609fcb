package dev.mockingbird.search.bank.editing;

import dev.mockingbird.search.bank.BankProblems;
import dev.mockingbird.search.bank.BankReader;
import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.bank.QuestionForm;
import dev.mockingbird.search.bank.QuestionState;
import dev.mockingbird.search.bank.ReferenceViews;
import dev.mockingbird.search.web.Caller;
import dev.mockingbird.search.web.Correlation;
import dev.mockingbird.search.web.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Writing one question. Everything takes an Idempotency-Key: sent again under it, a request takes
/// effect once.
@RestController
@RequestMapping("/api/bank/questions")
class EditingController {

  private static final String KEY = "Idempotency-Key";
  private static final int REASON = 2_000;

  private final Editing editing;
  private final Links links;
  private final BankReader bank;
  private final ReferenceViews views;

  EditingController(Editing editing, Links links, BankReader bank, ReferenceViews views) {
    this.editing = editing;
    this.links = links;
    this.bank = bank;
    this.views = views;
  }

  /// @param version that stands, 0 for a draft of a new question
  record Saved(String id, int version, long draftBase) {}

  /// @param draftBase of the draft that is published with it; absent: a draft that waits stays
  /// @param draftOn the version that this draft was written upon: needed where that is not `base`,
  ///   by whoever has compared the two
  record Version(
      int base, QuestionForm form, @Nullable Long draftBase, @Nullable Integer draftOn) {}

  /// @param draftOn as for a [Version]
  record DraftForm(int base, long draftBase, QuestionForm form, @Nullable Integer draftOn) {}

  record Restoration(int version, int base) {}

  record Reason(@Nullable String reason) {}

  @PostMapping
  Saved create(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody QuestionForm form) {
    Author author = author(jwt, key, form);
    String id =
        "q"
            + Identity.digest("new\n" + author.caller().person() + "\n" + name(key))
                .substring(0, 15);
    return save(id, author, 0, form, () -> editing.create(id, form, author));
  }

  @PutMapping("/{id}")
  Saved publish(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @PathVariable String id,
      @RequestBody Version version) {
    Author author = author(jwt, key, id + version);
    return save(
        id,
        author,
        version.base(),
        version.form(),
        () ->
            editing.publish(
                id,
                version.base(),
                version.draftBase(),
                version.draftOn(),
                version.form(),
                author));
  }

  @PutMapping("/{id}/draft")
  Saved saveDraft(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @PathVariable String id,
      @RequestBody DraftForm draft) {
    Author author = author(jwt, key, id + draft);
    return save(
        id,
        author,
        draft.base(),
        draft.form(),
        () ->
            editing.saveDraft(
                id, draft.base(), draft.draftBase(), draft.draftOn(), draft.form(), author));
  }

  @DeleteMapping("/{id}/draft")
  Saved discardDraft(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Long draftBase) {
    return execute(jwt, key, id, null, new EditCommand.DiscardDraft(draftBase));
  }

  @PostMapping("/{id}/restore")
  Saved restore(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @PathVariable String id,
      @RequestBody Restoration it) {
    return execute(jwt, key, id, it.base(), new EditCommand.Restore(it.version(), it.base()));
  }

  @PostMapping("/{id}/retire")
  Saved retire(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @PathVariable String id,
      @RequestBody Reason it) {
    String reason = it.reason() == null ? "" : it.reason().strip();
    if (reason.isEmpty() || reason.length() > REASON) {
      throw Problems.invalid("reason", "A reason has 1 to " + REASON + " characters.");
    }
    return execute(jwt, key, id, 0, new EditCommand.Retire(reason));
  }

  @PostMapping("/{id}/reinstate")
  Saved reinstate(
      @AuthenticationPrincipal Jwt jwt,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @PathVariable String id) {
    return execute(jwt, key, id, 0, new EditCommand.Reinstate());
  }

  private Saved save(
      String id, Author author, int base, @Nullable QuestionForm form, Supplier<Outcome> saving) {
    return answer(
        id,
        author,
        base,
        () -> {
          check(id, form);
          return saving.get();
        });
  }

  private Saved execute(
      Jwt jwt, @Nullable String key, String id, @Nullable Integer base, EditCommand command) {
    Author author = author(jwt, key, id + command);
    return answer(id, author, base, () -> editing.execute(id, command, author));
  }

  private static Author author(Jwt jwt, @Nullable String key, Object asked) {
    Caller caller = Caller.of(jwt);
    if (!caller.staff()) {
      throw EditProblems.staffOnly();
    }
    BankProblems.checkKey(key);
    return Author.of(caller, Correlation.current(), key, asked);
  }

  private static String name(@Nullable String key) {
    return key == null ? UUID.randomUUID().toString() : key;
  }

  private void check(String id, @Nullable QuestionForm form) {
    if (form == null) {
      throw Problems.invalid("form", "The question itself is missing: send its form.");
    }
    List<FieldProblem> problems = new ArrayList<>(FormCheck.of(form, last(id)));
    problems.addAll(FormCheck.counterpart(form, id, links.named(form)));
    if (!problems.isEmpty()) {
      throw EditProblems.form(problems);
    }
  }

  private @Nullable QuestionForm last(String id) {
    QuestionState.Version last = bank.read(id).state().last();
    return last == null ? null : QuestionForm.of(last.question(), Optional.empty());
  }

  private Saved answer(
      String id, Author author, @Nullable Integer base, Supplier<Outcome> outcome) {
    return switch (BankProblems.orUnavailable(outcome)) {
      case Outcome.Done it -> new Saved(it.id(), it.version(), it.draftBase());
      case Outcome.Refused it when it.reason() == Refusal.EDIT_CONFLICT ->
          throw conflict(id, author.caller(), base, it);
      case Outcome.Refused it -> throw EditProblems.refused(id, it);
    };
  }

  /// The second of two people sees what the first one wrote, and that is remembered like every look
  /// at a reference.
  private ErrorResponseException conflict(
      String id, Caller caller, @Nullable Integer base, Outcome.Refused refused) {
    return BankProblems.orUnavailable(
        () -> {
          views.remember(id, caller);
          ErrorResponseException problem = EditProblems.refused(id, refused);
          problem.getBody().setProperty("current", current(base, refused.known()));
          return problem;
        });
  }

  /// When both changed, the question comes first and nothing is told of the draft: whoever goes on
  /// with the draft that they saw is told of the other one next, and takes neither back unseen.
  private EditProblems.Current current(@Nullable Integer base, BankReader.Known known) {
    QuestionState state = known.state();
    QuestionState.Version last = state.last();
    QuestionState.Draft draft = state.draft();
    boolean sawLast = base == null || base == state.version();
    @Nullable Long draftBase = sawLast ? known.history().drafts() : null;
    if (draft != null && sawLast) {
      return new EditProblems.Current(
          "draft", draft.base(), draftBase, draft.by(), draft.at(), form(draft.question(), state));
    }
    return last == null
        ? new EditProblems.Current("question", 0, draftBase, null, null, null)
        : new EditProblems.Current(
            "question",
            last.number(),
            draftBase,
            last.by(),
            last.at(),
            form(last.question(), state));
  }

  private QuestionForm form(Question question, QuestionState state) {
    return QuestionForm.of(question, bank.linked(question, state.current()));
  }
}
