package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A form says at the field what is wrong, and takes every honest character.
@ExtendWith(InBrowser.class)
class BadInputStory {

  @Test
  void theBookingFormSaysWhatItNeedsAtTheField(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    ivan.opens("/interviews/new");
    Locator title = ivan.page().getByLabel("Title");
    Locator link = ivan.page().getByLabel("Call link");

    ivan.button("Create interview").click();
    complains(title, "Give the interview a title");
    assertThat(title).isFocused();
    title.fill("   ");
    complains(title, "Give the interview a title");
    title.fill("x".repeat(10_000));
    complains(title, "at most 200 characters; this one has 10000");

    title.fill("后端一面 👩🏽‍💻 <b>&amp;</b> \"quotes\"");
    assertThat(title).not().hasAttribute("aria-invalid", "true");
    for (String bad :
        List.of(
            "http://meet.example.org",
            "javascript:alert(1)",
            "meet",
            "https://",
            "https://" + "x".repeat(10_000))) {
      link.fill(bad);
      ivan.button("Create interview").click();
      complains(link, "A call link begins with https://");
      assertThat(link).isFocused();
    }
    link.fill("https://meet.example.org/后端?x=1");
    ivan.button("Create interview").click();
    assertThat(ivan.page().locator("h1:not(.unseen)"))
        .hasText("后端一面 👩🏽‍💻 <b>&amp;</b> \"quotes\"");
  }

  @Test
  void invitationsTokensAndCallLinksSaySoToo(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    String interview = ivan.books("Bad input", "redis", 1);
    ivan.opens("/interviews/" + interview);
    Locator login = ivan.page().getByLabel("For one GitHub account");
    for (String bad : List.of("not a login", "-x", "陈晨", "a".repeat(10_000))) {
      login.fill(bad);
      ivan.button("Make link").click();
      complains(login, "A GitHub login has letters");
    }
    login.fill("@chen");
    ivan.button("Make link").click();
    assertThat(ivan.page().locator("li.invitation")).containsText("@chen");

    ivan.opens("/settings");
    Locator name = ivan.page().getByLabel("Name");
    ivan.button("Make token").click();
    complains(name, "Give the token a name");
    name.fill("n".repeat(61));
    complains(name, "at most 60 characters");
    name.fill("周报 📈");
    ivan.button("Make token").click();
    assertThat(ivan.page().getByText("It is not shown again")).isVisible();
    ivan.button("Revoke: 周报 📈").click();
    assertThat(ivan.button("Revoke: 周报 📈")).hasCount(0);

    ivan.opens("/rooms/" + interview);
    ivan.button("Set call link").click();
    Locator dialog = ivan.page().getByRole(AriaRole.DIALOG);
    Locator link = dialog.getByLabel("Call link");
    for (String bad : List.of("", "javascript:alert(document.cookie)", "ftp://x")) {
      link.fill(bad);
      ivan.button("Save").click();
      complains(link, "A call link begins with https://");
    }
    link.fill("https://meet.example.org/room");
    ivan.button("Save").click();
    assertThat(ivan.link("Join call")).hasAttribute("href", "https://meet.example.org/room");
  }

  @Test
  void aRoomTakesLongTextAndEveryCharacter(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    String chars = "😀👩🏽‍💻 \t<script>alert(1)</script> \u202Eabc\u202C é 中文 ".repeat(150);
    room.chen().editor().click();
    room.chen().page().keyboard().insertText(chars + "end");
    room.chen().seesItsWork("saved");
    assertThat(room.ivan().editor()).containsText(Pattern.compile("<script>alert.*end"));
    room.chen().presses("Alt+c");
    Locator message = room.chen().page().locator("#chat");
    message.fill("y".repeat(10_000));
    room.chen().presses("Enter");
    complains(message, "at most 8000 characters; this one has 10000");
    message.fill("y".repeat(8_000));
    room.chen().presses("Enter");
    room.ivan().presses("Alt+c");
    assertThat(room.ivan().page().getByRole(AriaRole.LOG)).containsText("y".repeat(8_000));
    assertThat(
            room.ivan()
                .page()
                .evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0);

    room.chen().editor().click();
    room.chen().page().keyboard().insertText("z".repeat(70_000));
    assertThat(room.chen().page().getByRole(AriaRole.ALERT))
        .containsText("at most 65,536 can be added at once");
    assertThat(room.chen().editor()).containsText(Pattern.compile("<script>alert.*end"));
  }

  private static void complains(Locator field, String words) {
    assertThat(field).hasAttribute("aria-invalid", "true");
    assertThat(field).hasAccessibleDescription(Pattern.compile(".*" + words + ".*"));
  }
}
