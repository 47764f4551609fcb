package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import tools.jackson.databind.JsonNode;

/// A live room: Ivan asks, Chen has been let in and has the first question before them.
///
/// @param invitation the one that Chen accepted
record OpenRoom(String id, Visitor ivan, Visitor chen, JsonNode invitation) {

  static OpenRoom at(Browser browser) {
    return of(
        browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan"),
        browser.visitor("en", ColorScheme.DARK).signedInAs("chen"));
  }

  static OpenRoom of(Visitor ivan, Visitor chen) {
    String id = ivan.books("后端一面 · Backend, first round with the platform team", "redis 持久化", 3);
    JsonNode invitation = ivan.invites(id, "ANSWER", "chen");
    chen.accepts(invitation);
    chen.opens("/rooms/" + id);
    chen.button("I agree").click();
    ivan.opens("/rooms/" + id);
    ivan.button("Let in").click();
    assertThat(chen.heading("You are in")).isVisible();
    ivan.presses("Alt+a");
    assertThat(chen.page().locator(".question")).isVisible();
    return new OpenRoom(id, ivan, chen, invitation);
  }

  void ends() {
    ivan.button("End$").click();
    ivan.button("End for everybody").click();
    assertThat(ivan.link("Report")).isVisible();
  }
}
