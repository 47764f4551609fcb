package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.mockingbird.demo.StagedInterview.Place.ANSWER;
import static dev.mockingbird.demo.StagedInterview.Place.CHAT;
import static dev.mockingbird.demo.StagedInterview.Place.DRAFT;
import static dev.mockingbird.demo.StagedInterview.Place.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.mockingbird.demo.StagedInterview;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A finished interview is watched again: each sees what they saw live, and every moment is the
/// room as it was.
@ExtendWith(InBrowser.class)
class ReplayStory {

  private final Eye eye = new Eye();

  @Test
  void bothWatchTheInterviewAgainAndTheCandidateSeesNoNotes(Browser browser) {
    try (StagedInterview interview = StagedInterview.book(URI.create(browser.url()))) {
      String submitted = interviewIsHeld(interview);
      Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
      ivan.opens("/interviews/" + interview.id());
      ivan.link("Replay").click();
      assertThat(ivan.heading("No question yet")).isVisible();

      ivan.button("Question 1 submitted, attempt 1").click();
      assertThat(ivan.editor()).hasText(submitted);
      verifies(ivan, "Compare this moment");
      ivan.presses("End");
      assertThat(ivan.editor()).containsText(interview.word(DRAFT));
      tab(ivan, "Notes").click();
      assertThat(ivan.page().getByText("seems fine " + interview.word(NOTE))).isVisible();
      eye.looksAt(ivan, "replay");

      ivan.presses("Home");
      assertThat(ivan.heading("No question yet")).isVisible();
      ivan.presses("Shift+>", "Shift+>", "Shift+>", "Space");
      assertThat(ivan.editor()).containsText(interview.word(DRAFT));
      assertThat(ivan.button("Play$")).isVisible();

      Visitor chen = browser.visitor("zh-CN", ColorScheme.DARK).signedInAs("chen");
      chen.opens("/replays/" + interview.id() + "?question=1");
      assertThat(chen.page().locator(".moment").first()).isVisible();
      assertThat(chen.page().locator(".moment [data-kind=note]")).hasCount(0);
      chen.presses("End");
      verifies(chen, "与服务器的记录核对");
      tab(chen, "聊天").click();
      assertThat(chen.page().getByText("hello " + interview.word(CHAT))).isVisible();
      assertThat(tab(chen, "笔记")).hasCount(0);
      assertThat(chen.call("GET", "/api/rooms/" + interview.id() + "/replay", null).toString())
          .contains(interview.word(CHAT))
          .doesNotContain(interview.word(NOTE));
      eye.looksAt(chen, "the candidate's replay");

      Visitor mei = browser.visitor("en", ColorScheme.LIGHT).signedInAs("mei");
      mei.opens("/replays/" + interview.id());
      assertThat(mei.page().locator(".problem")).isVisible();
    }
    eye.isContent();
  }

  @Test
  void aScoresWordsLeadToTheMomentAtWhichTheyWereWritten(Browser browser) {
    try (StagedInterview interview = StagedInterview.book(URI.create(browser.url()))) {
      interviewIsHeld(interview);
      interview.report();
      Visitor chen = browser.visitor("en", ColorScheme.LIGHT).signedInAs("chen");
      chen.opens("/reports/" + interview.id());
      Locator words = chen.page().locator(".evidence a").first();
      String quoted = words.textContent().replaceAll("^“|”$", "");
      words.click();
      assertThat(chen.page().getByText("stand here for the first time")).isVisible();
      assertThat(chen.page().locator(".quoted").first()).isVisible();
      assertThat(chen.editor().textContent())
          .contains(quoted)
          .doesNotContain(interview.word(ANSWER));
      chen.button("When submitted").click();
      assertThat(chen.editor()).containsText(interview.word(ANSWER));
    }
  }

  /// The page's own fold has the digest that the service has for the position.
  private static void verifies(Visitor visitor, String button) {
    visitor.button(button).click();
    assertThat(visitor.page().locator("[data-verified=true]")).isVisible();
  }

  private static Locator tab(Visitor visitor, String name) {
    return visitor
        .page()
        .locator("aside label")
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  /// @return what is submitted for the first question
  private static String interviewIsHeld(StagedInterview interview) {
    interview.enter();
    interview.ask();
    String keyPoint = interview.keyPoint(0);
    interview.type(keyPoint);
    interview.type("。" + interview.word(ANSWER));
    interview.submit();
    interview.writeEverywhereElse();
    interview.type("。 And later more.");
    interview.ask();
    interview.type("not yet " + interview.word(DRAFT));
    interview.end();
    return keyPoint + "。" + interview.word(ANSWER);
  }
}
