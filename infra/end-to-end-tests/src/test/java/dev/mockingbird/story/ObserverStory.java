package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The observer's seat: sees everything that is said, and says nothing to the room.
@ExtendWith(InBrowser.class)
class ObserverStory {

  @Test
  void anObserverSeesTheInterviewAndDoesNotSpeak(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    Visitor mei = browser.visitor("en", ColorScheme.LIGHT).signedInAs("mei");
    List<String> heard = new ArrayList<>();
    mei.page().onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(frame.text())));
    mei.accepts(room.ivan().invites(room.id(), "OBSERVE", "mei"));
    mei.opens("/rooms/" + room.id());

    room.chen().editor().click();
    room.chen().types("AOF 追加记录写命令");
    assertThat(mei.editor()).containsText("AOF 追加记录写命令");
    assertThat(mei.editor()).hasAttribute("aria-readonly", "true");
    room.chen().presses("Alt+c");
    room.chen().types("Shall I go on?");
    room.chen().presses("Enter");
    assertThat(mei.page().getByRole(AriaRole.LOG)).containsText("Shall I go on?");
    assertThat(room.chen().page().getByLabel("美 Mei · Observer · here")).isVisible();

    assertThat(mei.page().locator("#chat")).hasCount(0);
    assertThat(mei.page().getByText("Observers read along")).isVisible();
    for (String forbidden :
        List.of(
            "Ask this question",
            "Hint",
            "Follow up",
            "Focus time",
            "Search the bank",
            "End$",
            "Submit")) {
      assertThat(mei.button(forbidden)).hasCount(0);
    }
    mei.presses("Alt+a", "Alt+h", "Control+Enter");
    mei.editor().click();
    mei.types("not mine to write");
    assertThat(mei.editor()).not().containsText("not mine");

    mei.presses("Alt+n");
    assertThat(mei.page().locator("#note")).isFocused();
    mei.types("Calm and clear.");
    mei.presses("Enter");
    room.ivan().presses("Alt+n");
    assertThat(room.ivan().page().getByText("Calm and clear.")).isVisible();
    assertThat(room.chen().page().getByText("Calm and clear.")).hasCount(0);
    mei.presses("Alt+r");
    assertThat(mei.page().getByText("appendfsync").first()).isVisible();
    room.ivan().presses("Alt+1", "Alt+u");
    room.ivan().types("Which would you take?");
    room.ivan().presses("Enter");
    assertThat(mei.page().getByText(Pattern.compile("^1 of \\d+ ticked"))).isVisible();
    assertThat(mei.page().getByRole(AriaRole.CHECKBOX)).hasCount(0);
    assertThat(mei.page().getByText("Which would you take?")).isVisible();
    assertThat(heard).isNotEmpty().noneMatch(frame -> frame.contains("\"planned\":["));
  }
}
