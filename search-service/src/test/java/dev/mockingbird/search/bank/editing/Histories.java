package dev.mockingbird.search.bank.editing;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Difficulty;
import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.search.bank.BankReader.Known;
import dev.mockingbird.search.bank.QuestionFact;
import dev.mockingbird.search.bank.QuestionForm;
import dev.mockingbird.search.bank.QuestionHistory;
import dev.mockingbird.search.web.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Question `q1` and what people did to it, a fact a minute.
final class Histories {

  static final String ID = "q1";
  static final Caller CHEN = new Caller(new PersonId("demo:1"), Set.of("organiser"));
  static final Caller IVAN = new Caller(new PersonId("demo:2"), Set.of("interviewer"));
  static final Caller LENA = new Caller(new PersonId("demo:3"), Set.of("interviewer"));
  static final Known NOTHING = new Known(QuestionHistory.NONE, Set.of());

  private Histories() {}

  static QuestionForm form(String title) {
    return new QuestionForm(
        title,
        "正文",
        Language.CHINESE,
        "缓存",
        List.of("数据库"),
        Difficulty.HARD,
        8,
        List.of("redis"),
        "答案",
        List.of(new KeyPoint("要点", 2)),
        List.of("评分"),
        List.of("提示"),
        List.of("追问"),
        List.of("https://redis.io/"),
        null);
  }

  static EditCommand.Wanted wanted(String title) {
    return new EditCommand.Wanted(form(title), null, false);
  }

  /// What is known after the actor's command, which must have been accepted.
  static Known after(Known known, Caller actor, EditCommand command) {
    Decision decision = EditDecider.decide(ID, known, actor, command);
    if (!(decision instanceof Decision.Accepted(List<BankEvent> events))) {
      throw new AssertionError(command + " was " + decision);
    }
    return with(known, actor, events);
  }

  static Known with(Known known, Caller actor, List<BankEvent> events) {
    List<QuestionFact> facts = new ArrayList<>(known.history().facts());
    Instant at = Instant.EPOCH.plusSeconds(60L * facts.size());
    for (BankEvent event : events) {
      facts.add(new QuestionFact(event, facts.size() + 1, at, actor.person()));
    }
    return new Known(new QuestionHistory(facts), known.applied());
  }

  static Known published(String... titles) {
    Known known = NOTHING;
    for (String title : titles) {
      known =
          after(
              known,
              CHEN,
              new EditCommand.Publish(known.state().version(), null, null, wanted(title)));
    }
    return known;
  }

  /// Ivan's draft upon what is known.
  static Known drafted(Known known, String title) {
    return after(
        known,
        IVAN,
        new EditCommand.SaveDraft(
            known.state().version(), known.history().drafts(), null, wanted(title)));
  }
}
