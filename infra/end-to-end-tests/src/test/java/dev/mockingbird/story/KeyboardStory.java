package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A whole interview without a mouse: the focus is always visible, and comes back after dialogs.
@ExtendWith(InBrowser.class)
class KeyboardStory {

  private static final String FOCUS_SHOWS =
      """
      () => {
        const at = document.activeElement;
        const painted = (it) => {
          const style = getComputedStyle(it);
          return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
              || style.boxShadow !== 'none' || it.matches('input, textarea');
        };
        return at !== document.body && (painted(at) || (at.closest('.cm-editor') && painted(at.closest('.cm-editor'))));
      }""";

  @Test
  void anInterviewIsHeldWithTheKeyboardAlone(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    Visitor chen = browser.visitor("en", ColorScheme.DARK).signedInAs("chen");

    ivan.opens("/");
    assertThat(ivan.heading("Hello")).isVisible();
    ivan.presses("g", "b");
    assertThat(ivan.heading("Question bank")).isVisible();
    ivan.presses("/");
    ivan.types("redis 持久化");
    assertThat(ivan.page().locator("#results mark").first()).isVisible();
    ivan.presses("ArrowDown", "Shift+Enter", "ArrowDown", "Shift+Enter");
    assertThat(ivan.page().locator(".tray")).containsText("2 questions picked");

    ivan.presses("Control+k");
    ivan.types("New interview");
    ivan.presses("Enter");
    tabsTo(ivan, ivan.page().getByLabel("Title"));
    ivan.types("Keyboard only");
    ivan.presses("Enter");
    assertThat(ivan.heading("Keyboard only")).isVisible();
    tabsTo(ivan, ivan.page().getByLabel("For one GitHub account"));
    ivan.types("chen");
    ivan.presses("Enter");
    Locator invited = ivan.page().locator("li.invitation .mono");
    JsonNode interview =
        ivan.call(
            "GET", ivan.page().url().replace(ivan.url() + "/interviews", "/api/interviews"), null);
    assertThat(invited).isVisible();

    chen.page().navigate(invited.textContent());
    assertThat(chen.button("Accept")).isFocused();
    chen.presses("Enter");
    assertThat(chen.button("I agree")).isFocused();
    focusShows(chen);
    chen.presses("Enter");

    ivan.page().reload();
    tabsTo(ivan, ivan.link("Enter room"));
    ivan.presses("Enter");
    tabsTo(ivan, ivan.button("Let in"));
    ivan.presses("Enter");
    assertThat(chen.heading("You are in")).isVisible();
    ivan.presses("Alt+j", "Alt+k", "Alt+a");

    assertThat(chen.editor()).isFocused();
    focusShows(chen);
    chen.types("RDB 是某一时刻");
    chen.presses("Control+k");
    chen.types("chat");
    chen.presses("Escape");
    chen.types("的全量快照。");
    assertThat(chen.editor()).hasText("RDB 是某一时刻的全量快照。");
    chen.seesItsWork("saved");
    chen.presses("Control+Enter");
    assertThat(chen.button("Submit this")).isFocused();
    focusShows(chen);
    chen.presses("Escape");
    assertThat(chen.editor()).isFocused();
    chen.presses("Control+Enter");
    assertThat(chen.button("Submit this")).isFocused();
    chen.presses("Enter");
    assertThat(chen.editor()).isFocused();
    assertThat(chen.page().getByText("Attempt 1 submitted")).isVisible();

    ivan.presses("Alt+h", "Alt+n");
    assertThat(ivan.page().getByLabel("Write a note")).isFocused();
    ivan.types("Short but right.");
    ivan.presses("Enter");
    assertThat(chen.page().getByText("Hint 1")).isVisible();
    theDeskIsRunWithKeys(ivan, chen);

    tabsTo(ivan, ivan.button("End$"));
    ivan.presses("Enter");
    assertThat(ivan.button("Cancel")).isFocused();
    ivan.presses("Escape");
    assertThat(ivan.button("End$")).isFocused();
    focusShows(ivan);
    ivan.presses("Enter");
    assertThat(ivan.button("Cancel")).isFocused();
    ivan.presses("Tab");
    assertThat(ivan.button("End for everybody")).isFocused();
    focusShows(ivan);
    ivan.presses("Enter");
    tabsTo(ivan, ivan.link("Report"));
    ivan.presses("Enter");
    assertThat(ivan.page()).hasURL(Pattern.compile("/reports/" + interview.get("id").asString()));
    assertThat(ivan.page().locator("[data-evidence]")).isVisible();
  }

  private static void theDeskIsRunWithKeys(Visitor ivan, Visitor chen) {
    ivan.presses("Alt+s");
    ivan.types("which process uses a port");
    assertThat(ivan.page().locator("#found mark").first()).isVisible();
    ivan.presses("Enter");
    assertThat(chen.page().getByText("Question 2")).isVisible();

    ivan.presses("Alt+u");
    assertThat(ivan.page().locator("#follow-up")).isFocused();
    ivan.types("And on a container?");
    ivan.presses("Enter");
    assertThat(chen.page().getByText("And on a container?")).isVisible();
    ivan.presses("Alt+r", "Alt+1");
    assertThat(ivan.page().getByText(Pattern.compile("^1 of \\d+ ticked"))).isVisible();

    ivan.presses("Control+k");
    ivan.types("set the time");
    assertThat(ivan.page().locator("#palette-0")).containsText("Set the time");
    ivan.presses("Enter", "Control+a");
    ivan.types("90");
    ivan.presses("Enter");
    assertThat(chen.page().getByRole(AriaRole.TIMER, named("Question"))).containsText("1:29:");

    ivan.presses("Alt+f");
    assertThat(ivan.button("5 min")).isFocused();
    ivan.presses("Enter");
    assertThat(chen.page().getByText("Nobody interrupts you now")).isVisible();
    ivan.presses("Alt+h");
    assertThat(ivan.page().locator(".whisper")).containsText("until the focus time is over");
    chen.presses("Alt+f");
    assertThat(ivan.page().locator("[data-focus]")).hasCount(0);
  }

  /// At most once around the page; every stop on the way shows where it is.
  private static void tabsTo(Visitor visitor, Locator wanted) {
    assertThat(wanted).isVisible();
    for (int stop = 0; stop < 60; stop++) {
      visitor.presses("Tab");
      if ((boolean) wanted.evaluate("it => it === document.activeElement")) {
        focusShows(visitor);
        return;
      }
    }
    throw new AssertionError("Tab does not reach " + wanted);
  }

  private static void focusShows(Visitor visitor) {
    assertThat(visitor.page().evaluate(FOCUS_SHOWS))
        .as(
            "the focus is seen at %s",
            visitor.page().evaluate("document.activeElement.outerHTML.slice(0, 200)"))
        .isEqualTo(true);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
