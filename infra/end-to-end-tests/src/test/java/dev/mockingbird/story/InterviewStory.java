package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An interviewer and a candidate hold a whole interview in two browsers, one in English and light,
/// one in Chinese and dark; every view on the way is free of axe's complaints. `-Dstory.url=` tells
/// it at an installation that is running already, with demo sign-in.
class InterviewStory {

  private static final Path PICTURES = Path.of("target", "pictures");

  private static final List<String> complaints = new ArrayList<>();

  private static String url;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    Optional<Browser> found = Browser.find();
    Assumptions.assumeTrue(
        found.isPresent(), "SKIPPED: no Chromium on the PATH, so the browser story was not told");
    browser = found.get();
    String running = System.getProperty("story.url");
    url = running == null ? RunningInstallation.shared().url() : running;
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void twoPeopleHoldAnInterview() {
    Page ivan = browser.person("en", ColorScheme.LIGHT);
    Page chen = browser.person("zh-CN", ColorScheme.DARK);

    ivan.navigate(url);
    look(ivan, "sign-in");
    ivan.getByRole(AriaRole.LINK, named("Sign in with GitHub")).click();
    ivan.locator("button[value=ivan]").click();
    assertThat(ivan.getByRole(AriaRole.HEADING, heading("Hello"))).isVisible();
    look(ivan, "home");

    pick(ivan, "Redis 持久化 RDB AOF");
    pick(ivan, "how to see which process uses a port");
    look(ivan, "bank");
    ivan.getByRole(AriaRole.LINK, named("Make an interview")).click();
    ivan.getByLabel("Title").fill("后端一面 · Backend");
    look(ivan, "new-interview");
    ivan.getByRole(AriaRole.BUTTON, button("Create interview")).click();
    ivan.getByRole(AriaRole.BUTTON, button("Make link")).click();
    String link = ivan.getByText(Pattern.compile("/join/")).textContent();
    look(ivan, "interview");

    chen.navigate(link);
    chen.getByRole(AriaRole.LINK, named("GitHub")).click();
    chen.locator("button[value=chen]").click();
    Locator accept = chen.locator("main button").first();
    assertThat(accept).isVisible();
    look(chen, "join");
    accept.click();
    assertThat(chen.locator(".sees")).isVisible();
    look(chen, "consent");
    chen.locator("main button").first().click();
    assertThat(chen.locator("main [role=status]")).isVisible();
    look(chen, "lobby");

    ivan.getByRole(AriaRole.LINK, named("Enter room")).click();
    ivan.getByRole(AriaRole.BUTTON, button("Let in")).click();
    ivan.getByRole(AriaRole.BUTTON, button("Ask this question")).click();
    Locator editor = chen.locator(".cm-content");
    editor.click();
    chen.keyboard().type("RDB 是某一时刻的全量快照，AOF 追加记录写命令，重启时重放。");
    assertThat(chen.locator("[data-saved=saved]")).isVisible();
    assertThat(ivan.getByText("AOF 追加记录写命令").first()).isVisible();
    look(ivan, "room-interviewer");
    look(chen, "room-candidate");
    assertThat(chen.content()).doesNotContain("appendfsync");

    chen.keyboard().press("Control+Enter");
    chen.locator("[data-autofocus]").click();
    assertThat(ivan.getByText(Pattern.compile("Score \\d+")).first()).isVisible();

    ivan.getByRole(AriaRole.BUTTON, button("End")).click();
    ivan.getByRole(AriaRole.BUTTON, button("End for everybody")).click();
    ivan.getByRole(AriaRole.LINK, named("Report")).first().click();
    assertThat(ivan.getByText("RDB 是某一时刻").first()).isVisible();
    look(ivan, "report");
    chen.locator("a[href^='/reports/']").first().click();
    assertThat(chen.getByText("RDB 是某一时刻").first()).isVisible();
    look(chen, "report-candidate");

    ivan.navigate(url + "/interviews");
    ivan.getByRole(AriaRole.SEARCHBOX).or(ivan.locator("input[type=search]")).first().fill("后端");
    assertThat(ivan.locator("main").getByText("后端一面").first()).isVisible();
    look(ivan, "past");
    assertThat(browser.errors()).isEmpty();
    assertThat(complaints).as("axe").isEmpty();
  }

  private static void pick(Page page, String words) {
    page.navigate(url + "/bank");
    page.getByLabel("Search the question bank").fill(words);
    Locator first = page.locator("#results .result").first();
    assertThat(first.locator("mark").first()).isVisible();
    first.getByRole(AriaRole.BUTTON).click();
    assertThat(
            first.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^Picked"))))
        .isVisible();
  }

  /// Takes a picture and asks axe; a finished page is one whose fonts and first requests are done.
  private static void look(Page page, String view) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(view + ".png")).setFullPage(true));
    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
      rule.getNodes()
          .forEach(node -> complaints.add(view + ": " + rule.getId() + " " + node.getHtml()));
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile(name));
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions heading(String name) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
  }
}
