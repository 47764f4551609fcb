package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An invitation lets in one person, for as long as it stands.
@ExtendWith(InBrowser.class)
class InvitationStory {

  @Test
  void aRevokedInvitationShowsItsLossAndShutsTheRoom(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    Visitor ivan = room.ivan();
    JsonNode second = ivan.invites(room.id(), "OBSERVE", "mei");
    Visitor mei = browser.visitor("en", ColorScheme.LIGHT).signedInAs("mei");

    ivan.opens("/interviews/" + room.id());
    Locator row = ivan.page().locator("li.invitation").filter(hasText("@mei"));
    row.getByRole(AriaRole.BUTTON, named("Copy")).click();
    assertThat(row.getByRole(AriaRole.BUTTON, named("Copied"))).isVisible();
    ivan.button("Revoke: Observer @mei").click();
    assertThat(row).containsText("Revoked");

    mei.page().navigate(second.get("link").asString());
    assertThat(mei.page().getByRole(AriaRole.ALERT)).containsText("This invitation was taken back");
    assertThat(mei.button("Accept")).hasCount(0);

    Visitor chen = room.chen();
    chen.editor().click();
    chen.types("Mine.");
    chen.seesItsWork("saved");
    ivan.call(
        "DELETE",
        "/api/interviews/%s/invitations/%s"
            .formatted(room.id(), room.invitation().get("id").asString()),
        null);
    assertThat(chen.page().getByRole(AriaRole.ALERT)).containsText("not a member");
    assertThat(chen.editor()).hasAttribute("aria-readonly", "true");
    chen.page().reload();
    assertThat(chen.heading("The room is not open to you")).isVisible();
    assertThat(chen.page().getByRole(AriaRole.ALERT)).containsText("no such interview");
  }

  @Test
  void anInvitationForSomebodyElseIsNotAccepted(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    Visitor mei = browser.visitor("en", ColorScheme.LIGHT).signedInAs("mei");
    JsonNode invitation = ivan.invites(ivan.books("Foreign", "redis", 1), "ANSWER", "chen");

    mei.page().navigate(invitation.get("link").asString());
    assertThat(mei.page().getByRole(AriaRole.ALERT)).containsText("for another GitHub account");
    assertThat(mei.page().getByRole(AriaRole.ALERT)).containsText("伊万 Ivan");
    assertThat(mei.button("Accept")).hasCount(0);
    mei.page().navigate(invitation.get("link").asString().replaceAll("~.*", "~nothing~at-all"));
    assertThat(mei.page().getByRole(AriaRole.ALERT)).containsText("There is no such invitation");

    mei.page().navigate(invitation.get("link").asString());
    mei.button("Use another account").click();
    mei.link("Sign in with GitHub").click();
    mei.page().locator("button[value=chen]").click();
    mei.button("Accept").click();
    assertThat(mei.heading("Before you go in")).isVisible();
  }

  /// An hour is the shortest life of an invitation, so its end is told by the answer alone.
  @Test
  void anExpiredInvitationSaysSo(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    Visitor chen = browser.visitor("en", ColorScheme.LIGHT).signedInAs("chen");
    JsonNode invitation = ivan.invites(ivan.books("Late", "redis", 1), "ANSWER", "chen");
    chen.page()
        .route(
            "**/api/invitations/*",
            route -> {
              ObjectNode opened = (ObjectNode) JsonMapper.shared().readTree(route.fetch().text());
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody(opened.put("state", "EXPIRED").toString()));
            });

    chen.page().navigate(invitation.get("link").asString());
    assertThat(chen.page().getByRole(AriaRole.ALERT)).containsText("This invitation has expired");
    assertThat(chen.button("Accept")).hasCount(0);
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
