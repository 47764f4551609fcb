package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Everything works with a thumb, 390 pixels wide, and nothing scrolls sideways.
@ExtendWith(InBrowser.class)
class PhoneStory {

  private final Eye eye = new Eye();

  @Test
  void anInterviewIsHeldOnTwoPhones(Browser browser) {
    Visitor ivan = browser.phone("en", ColorScheme.LIGHT).signedInAs("ivan");
    Visitor chen = browser.phone("en", ColorScheme.DARK).signedInAs("chen");
    OpenRoom room = OpenRoom.of(ivan, chen);
    fits(ivan, "phone-interviewer");

    chen.button("Write the answer").tap();
    assertThat(chen.editor()).isFocused();
    chen.types("RDB 是某一时刻的全量快照，AOF 追加记录写命令。");
    fits(chen, "phone-candidate");
    assertThat(ivan.editor()).containsText("全量快照");
    chen.button("Chat").tap();
    chen.page().getByLabel("Write a message").fill("Shall I go on?");
    chen.button("Send").tap();
    assertThat(ivan.button("Beside")).containsText("new");
    ivan.button("Beside").tap();
    ivan.page().getByText(Pattern.compile("^Chat")).tap();
    assertThat(ivan.page().getByText("Shall I go on?")).isVisible();
    fits(ivan, "phone-chat");

    ivan.button("More").tap();
    ivan.page().getByRole(AriaRole.MENUITEM, exactly("Search the bank and ask")).tap();
    assertThat(ivan.page().locator("#found > div").first()).isVisible();
    fits(ivan, "phone-bank");
    ivan.button("Close").tap();
    ivan.button("Question").tap();
    ivan.button("Focus time").tap();
    ivan.button("5 min").tap();
    assertThat(chen.page().getByText("Nobody interrupts you now")).isVisible();
    assertThat(ivan.button("Hint")).isDisabled();
    fits(ivan, "phone-focus");
    fits(chen, "phone-chat-rests");
    chen.button("I am ready").tap();
    assertThat(ivan.button("Hint")).isEnabled();

    chen.button("Answer").tap();
    chen.button("Submit").tap();
    assertThat(chen.heading("This is what will be scored")).isVisible();
    fits(chen, "phone-submit");
    chen.button("Submit this").tap();
    ivan.button("Plan").tap();
    assertThat(ivan.page().locator(".planitem .state").first())
        .hasText(Pattern.compile("Score \\d+"));
    fits(ivan, "phone-plan");
    ivan.button("More").tap();
    ivan.page().getByRole(AriaRole.MENUITEM, exactly("End")).tap();
    ivan.button("End for everybody").tap();
    ivan.link("Report").tap();
    assertThat(ivan.page().locator("[data-evidence]")).isVisible();
    fits(ivan, "phone-report");

    for (String path :
        new String[] {
          "/",
          "/bank?q=redis",
          "/bank/new",
          "/bank/drafts",
          "/interviews",
          "/interviews/new",
          "/settings",
          "/interviews/" + room.id()
        }) {
      ivan.opens(path);
      assertThat(ivan.page().getByRole(AriaRole.STATUS, named("Loading"))).hasCount(0);
      assertThat(ivan.page().locator("h1:not(.unseen)")).isVisible();
      fits(ivan, "phone" + path.replaceAll("[^a-z]+", "-"));
    }
    ivan.opens("/bank");
    ivan.button("Filters").tap();
    ivan.button("Linux").tap();
    assertThat(ivan.button("Take the filter Linux away")).isVisible();
    fits(ivan, "phone-filters");
    eye.isContent();
  }

  @Test
  void aListIsLookedThroughOnAPhone(Browser browser) {
    Visitor olivia = browser.phone("zh-CN", ColorScheme.LIGHT).signedInAs("olivia");
    olivia.opens("/bank/import");
    assertThat(olivia.button("粘贴文字")).isVisible();
    fits(olivia, "phone-hand-in");
    olivia.button("粘贴文字").tap();
    olivia.page().getByLabel("题单文字").fill("## 鸟类学\n\n1. 雨燕一生飞多远？\n\n   数百万公里。\n\n2. 雨燕怎样睡觉？\n");
    olivia.page().getByRole(AriaRole.COMBOBOX).fill("手机");
    olivia.button("读取题单").tap();
    assertThat(olivia.page().locator(".item")).hasCount(2);
    olivia.page().locator(".item button").last().tap();
    fits(olivia, "phone-preview");
    olivia.button("在原文中查看").tap();
    assertThat(olivia.page().locator(".sourceline.chosen")).containsText("怎样睡觉");
    fits(olivia, "phone-source");
    olivia.button("查看对应题目").tap();
    olivia.button("编辑").tap();
    assertThat(olivia.page().getByRole(AriaRole.DIALOG)).isVisible();
    fits(olivia, "phone-item");
    olivia.presses("Escape");
    olivia.button("放弃导入").tap();
    eye.isContent();
  }

  private void fits(Visitor visitor, String view) {
    assertThat(
            visitor
                .page()
                .evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as(view + " scrolls sideways by")
        .isEqualTo(0);
    eye.looksAt(visitor, view);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return named(name).setExact(true);
  }
}
