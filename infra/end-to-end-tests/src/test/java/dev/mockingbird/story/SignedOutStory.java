package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Nobody loses what they wrote because a session ended or the server could not be asked.
@ExtendWith(InBrowser.class)
class SignedOutStory {

  @Test
  void whoeverIsSignedOutWhileTypingSignsInAgainAndFindsTheirTextInTheRoom(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    Visitor chen = room.chen();
    chen.editor().click();
    chen.types("Saved before. ");
    chen.seesItsWork("saved");

    chen.call("POST", "/api/sign-out", Map.of());
    assertThat(chen.page().getByRole(AriaRole.ALERT)).containsText("You are signed out");
    chen.editor().click();
    chen.presses("Control+End");
    chen.types("Written while signed out.");
    chen.seesItsWork("offline");
    chen.page().evaluate("dispatchEvent(new Event('visibilitychange'))");
    assertThat(chen.editor()).containsText("Written while signed out.");

    chen.link("Sign in again").click();
    chen.page().locator("button[value=chen]").click();
    assertThat(chen.page()).hasURL(Pattern.compile("/rooms/" + room.id()));
    assertThat(chen.editor()).containsText("Saved before. Written while signed out.");
    chen.seesItsWork("saved");
    assertThat(room.ivan().editor()).containsText("Saved before. Written while signed out.");
  }

  @Test
  void aRoomStaysWhenTheServerCannotSayWhoIsSignedIn(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    Visitor chen = room.chen();
    chen.page()
        .route("**/api/me", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    chen.page().clock().install();
    chen.page().clock().fastForward("05:00");
    chen.page()
        .waitForResponse(
            "**/api/me",
            () -> chen.page().evaluate("dispatchEvent(new Event('visibilitychange'))"));
    chen.editor().click();
    chen.types("Still here.");
    assertThat(chen.editor()).containsText("Still here.");
  }

  @Test
  void aPageOfAnybodySignedOutLeadsToTheSignInAndBack(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    ivan.opens("/bank?q=redis");
    assertThat(ivan.page().locator("#results mark").first()).isVisible();
    ivan.call("POST", "/api/sign-out", Map.of());
    ivan.page().locator("#results a").first().click();
    assertThat(ivan.page()).hasURL(Pattern.compile("/sign-in"));
    ivan.link("Sign in with GitHub").click();
    ivan.page().locator("button[value=ivan]").click();
    assertThat(ivan.page()).hasURL(Pattern.compile("/bank/.+"));
    assertThat(ivan.heading(".+").first()).isVisible();
  }
}
