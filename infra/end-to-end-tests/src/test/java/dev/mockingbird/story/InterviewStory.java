package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An interviewer and a candidate hold a whole interview in two browsers, one in English and light,
/// one in Chinese and dark.
@ExtendWith(InBrowser.class)
class InterviewStory {

  private final Eye eye = new Eye();

  @Test
  void twoPeopleHoldAnInterview(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT);
    Visitor chen = browser.visitor("zh-CN", ColorScheme.DARK);

    ivan.opens("/");
    ivan.link("Sign in with GitHub").click();
    ivan.page().locator("button[value=ivan]").click();
    assertThat(ivan.heading("^Hello")).isVisible();

    picks(ivan, "Redis 持久化 RDB AOF");
    picks(ivan, "how to see which process uses a port");
    ivan.link("Make an interview").click();
    ivan.page().getByLabel("Title").fill("后端一面 · Backend");
    ivan.button("Create interview").click();
    ivan.button("Make link").click();
    String link = ivan.page().getByText(Pattern.compile("/join/")).textContent();

    chen.page().navigate(link);
    chen.link("使用 GitHub 登录").click();
    chen.page().locator("button[value=chen]").click();
    chen.button("接受并进入面试间").click();
    assertThat(chen.page().locator(".sees")).isVisible();
    assertThat(chen.page().locator(".sees")).not().containsText("语言模型");
    chen.button("我同意").click();
    assertThat(chen.heading("你在等候室")).isVisible();

    ivan.link("Enter room").click();
    ivan.button("Let in").click();
    ivan.button("Ask this question").click();
    chen.editor().click();
    chen.types("Snapshots are taken at a moment in time, and a log has each command since then.");
    submits(chen);
    assertThat(
            ivan.page().getByText(Pattern.compile("Not scored, which is not a 0\\. .+ language")))
        .isVisible();
    chen.presses("Control+a");
    chen.types("RDB 是某一时刻的全量快照，AOF 追加记录写命令，重启时重放。");
    chen.seesItsWork("saved");
    assertThat(ivan.page().getByText("AOF 追加记录写命令").first()).isVisible();
    eye.keeps(ivan, "room");
    assertThat(chen.page().content()).doesNotContain("appendfsync");
    theInterviewerComesAndGoes(ivan, chen);

    submits(chen);
    assertThat(ivan.page().getByText(Pattern.compile("Score \\d+ \\(\\d+–\\d+\\)"))).isVisible();

    ivan.button("End$").click();
    ivan.button("End for everybody").click();
    assertThat(chen.page().locator(".ownscore .figure")).containsText("满分 100 分");
    ivan.link("Report").first().click();
    assertThat(evidence(ivan)).containsText("RDB 是某一时刻");
    chen.link("报告").first().click();
    assertThat(evidence(chen)).containsText("RDB 是某一时刻");
    assertThat(chen.page().locator(".figure").first())
        .containsText(Pattern.compile("^\\d+ \\(\\d+–\\d+\\)满分 100 分。如果由人来批改，多半会给 \\d+ 到 \\d+ 分"));
    assertThat(chen.page().locator(".points .verdict").first()).containsText("已覆盖");
    chen.page().locator(".points .evidence a").first().focus();
    assertThat(evidence(chen).locator(".ev.lit").first()).isVisible();
    eye.looksAt(chen, "report");
    eye.keeps(chen, "report");
    chen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(chen.page().locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
    assertThat(chen.page().locator("body")).hasCSS("color", "rgb(28, 34, 35)");
    assertThat(chen.page().locator("details .prose").first()).isVisible();

    ivan.opens("/interviews");
    ivan.page().getByLabel("Search past interviews").fill("后端");
    assertThat(ivan.page().locator("main li").getByText("后端一面").last()).isVisible();
    eye.isContent();
  }

  /// The candidate is left alone to think, and the desk is whole again after a reload.
  private void theInterviewerComesAndGoes(Visitor ivan, Visitor chen) {
    ivan.presses("Alt+s");
    assertThat(ivan.page().locator("#found > div").first()).isVisible();
    eye.looksAt(ivan, "bank-in-the-room");
    ivan.presses("Escape");
    ivan.button("Focus time").click();
    ivan.button("5 min").click();
    assertThat(chen.page().getByText("现在没有人会打扰你")).isVisible();
    eye.looksAt(chen, "focus");
    eye.looksAt(ivan, "focus-desk");
    chen.button("我好了").click();
    assertThat(ivan.page().locator("[data-focus]")).hasCount(0);

    ivan.presses("Alt+n");
    ivan.types("Half a thou");
    ivan.page().reload();
    chen.editor().press("Control+End");
    chen.types("两者一起用。");
    assertThat(ivan.page().locator("#note")).hasValue("Half a thou");
    assertThat(ivan.editor()).containsText("两者一起用。");
  }

  private static void submits(Visitor visitor) {
    visitor.presses("Control+Enter");
    visitor.page().getByRole(AriaRole.DIALOG).locator("[data-autofocus]").click();
  }

  private static void picks(Visitor visitor, String words) {
    visitor.opens("/bank");
    visitor.page().getByLabel("Search the question bank").fill(words);
    Locator first = visitor.page().locator("#results .result").first();
    assertThat(first.locator("mark").first()).isVisible();
    first.getByRole(AriaRole.BUTTON).click();
    assertThat(
            first.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^Picked"))))
        .isVisible();
  }

  private static Locator evidence(Visitor visitor) {
    return visitor.page().locator("[data-evidence]").first();
  }
}
