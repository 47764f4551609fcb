package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What comes too late is not lost: it is shown, it can be copied, and it stays until dismissed.
@ExtendWith(InBrowser.class)
class RefusedWorkStory {

  @Test
  void workThatArrivesAfterTheEndIsShownAndCanBeCopied(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    Visitor chen = room.chen();
    chen.editor().click();
    chen.types("In time. ");
    chen.seesItsWork("saved");

    chen.page().context().setOffline(true);
    chen.types("Too late. 太晚了 😀");
    chen.presses("Alt+c");
    chen.types("My last word");
    chen.presses("Enter");
    chen.seesItsWork("offline");
    room.ends();
    chen.page().context().setOffline(false);

    Locator refused = chen.page().getByRole(AriaRole.ALERT);
    assertThat(refused.filter(containing("Too late. 太晚了 😀"))).isVisible();
    assertThat(refused.filter(containing("My last word"))).isVisible();
    assertThat(chen.editor()).hasText("In time. ");

    chen.page().reload();
    Locator text = refused.filter(containing("Too late. 太晚了 😀"));
    text.getByRole(AriaRole.BUTTON, named("Copy")).click();
    assertThat(chen.page().evaluate("navigator.clipboard.readText()"))
        .isEqualTo("In time. Too late. 太晚了 😀");
    text.getByRole(AriaRole.BUTTON, named("Dismiss")).click();
    assertThat(text).hasCount(0);
    refused.filter(containing("My last word")).getByRole(AriaRole.BUTTON, named("Dismiss")).click();
    assertThat(refused).hasCount(0);
    chen.page().reload();
    assertThat(chen.editor()).hasText("In time. ");
    assertThat(refused).hasCount(0);
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
