package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A question is written, suggested, disputed, brought back and taken out of use, in a browser.
@ExtendWith(InBrowser.class)
class BankEditingStory {

  /// Nothing is deleted from a bank, and a story may be told to one that heard it before.
  private static final String NEW = " " + Long.toString(System.currentTimeMillis(), 36);

  @Test
  void aQuestionIsWrittenWithTheKeyboardAndHasAHistory(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    Page page = olivia.page();
    olivia.opens("/bank/new");
    page.getByLabel("Question", exactly()).fill("鹪鹩的巢为什么是球形的？" + NEW);
    page.locator("[data-field=topic]").fill("鸟巢");
    page.getByLabel("Reference answer").fill("保温，并且**遮雨**。");
    olivia.button("Add a line: Key points").click();
    olivia.types("保温");
    olivia.presses("Enter");
    olivia.types("遮雨");
    olivia.presses("Alt+ArrowUp");
    assertThat(page.locator(".writingpreview strong")).hasText("遮雨");
    olivia.presses("Control+s");
    assertThat(page.locator("h1:not(.unseen)")).hasText("鹪鹩的巢为什么是球形的？" + NEW);
    assertThat(page.locator(".notes li").first()).hasText("遮雨");

    olivia.presses("e");
    page.getByLabel("Reference answer").fill("保温，并且防天敌。");
    page.reload();
    assertThat(page.getByText("was not saved; here it is again")).isVisible();
    assertThat(page.getByLabel("Reference answer")).hasValue("保温，并且防天敌。");
    olivia.presses("Control+s");
    olivia.link("History").click();
    assertThat(page.locator(".versionitem")).hasCount(2);
    assertThat(page.locator(".change ins")).containsText("天敌");
    page.locator(".versionitem").last().click();
    olivia.button("Make version 1 count again").click();
    assertThat(page.locator(".versionitem")).hasCount(3);
    assertThat(page.locator(".versionitem").first()).containsText("Restored as version 3");
  }

  @Test
  void anAnswerIsTriedWhileKeyPointsAreWritten(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    Page page = olivia.page();
    olivia.opens("/bank/new");
    page.getByLabel("Question", exactly()).fill("Why does a wren build a round nest?" + NEW);
    page.getByLabel("Reference answer")
        .fill("A ball of moss loses little heat. Its roof keeps the rain out.");
    page.getByText("Try the scorer").click();
    assertThat(page.locator(".lookedfor li")).hasCount(2);
    olivia.button("Take these as key points").click();
    assertThat(page.getByLabel("Key points 2")).hasValue("Its roof keeps the rain out.");
    assertThat(page.getByLabel("An answer to try")).isFocused();

    olivia.types("Its roof keeps the rain out.");
    Locator points = page.locator(".points .verdict");
    assertThat(points.last()).containsText("Covered");
    assertThat(points.first()).not().containsText("Covered");
    assertThat(page.locator(".cm-content .ev.COVERED").last()).containsText("the rain out");
    assertThat(page.locator(".trying .score")).hasText(Pattern.compile("\\d+ \\(\\d+–\\d+\\)"));
    page.getByLabel("Key points 2").fill("Its shape is easy to defend against predators.");
    assertThat(points.last()).not().containsText("Covered");
    page.getByLabel("Key points 1").fill("A roof keeps rain out.");
    assertThat(points.first()).containsText("Covered");
    page.locator(".quote").first().focus();
    assertThat(page.locator(".cm-content .ev.lit").first()).isVisible();
  }

  @Test
  void whoSavesSecondSeesBothTextsAndLosesNothing(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    String id = writes(olivia, "戴菊为什么这么轻？" + NEW, "骨骼中空。");
    olivia.opens("/bank/" + id + "/edit");
    olivia.page().getByLabel("Question", exactly()).fill("戴菊为什么如此轻？" + NEW);
    olivia.page().getByLabel("Reference answer").fill("骨骼中空，羽毛很多。");
    olivia.call(
        "PUT",
        "/api/bank/questions/" + id,
        Map.of("base", 1, "form", form("戴菊为什么这么轻？" + NEW, "骨骼中空，肺部有气囊。")));

    olivia.presses("Control+s");
    Locator dialog = olivia.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("version 2");
    assertThat(dialog.locator("del").last()).containsText("气囊");
    assertThat(dialog.locator("ins").last()).containsText("羽毛");
    olivia.button("Back to my text").click();
    assertThat(dialog).isHidden();
    assertThat(olivia.page().getByLabel("Reference answer")).hasValue("骨骼中空，羽毛很多。");
    olivia.presses("Control+s");
    dialog.getByText("By hand").last().click();
    dialog.getByLabel("By hand: Reference answer").fill("骨骼中空，肺部有气囊，羽毛很多。");
    olivia.button("Save like this").click();
    assertThat(olivia.page().locator("h1:not(.unseen)")).hasText("戴菊为什么如此轻？" + NEW);
    assertThat(olivia.page().locator(".notes")).containsText("骨骼中空，肺部有气囊，羽毛很多。");
  }

  @Test
  void anInterviewerSuggestsAndAnOrganiserPublishes(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    Visitor olivia = browser.visitor("en", ColorScheme.DARK).signedInAs("olivia");
    String id = writes(olivia, "红交嘴雀的喙为什么交叉？" + NEW, "");
    ivan.opens("/bank/" + id);
    ivan.link("Suggest a change").click();
    ivan.page().getByLabel("Reference answer").fill("用来撬开球果。");
    ivan.button("Suggest").click();
    assertThat(ivan.page().getByText("A change is suggested")).isVisible();
    assertThat(ivan.button("Retire")).hasCount(0);

    olivia.opens("/bank/drafts");
    olivia
        .page()
        .locator("main li.row")
        .filter(new Locator.FilterOptions().setHasText(NEW))
        .getByRole(AriaRole.LINK)
        .click();
    assertThat(olivia.page().getByLabel("Reference answer")).hasValue("用来撬开球果。");
    olivia.button("Publish version 2").click();
    assertThat(olivia.page().locator(".notes")).containsText("用来撬开球果。");
    assertThat(olivia.page().getByText("A change is suggested")).hasCount(0);
  }

  @Test
  void anOldDraftTakesNothingBackThatWasPublishedSince(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    String title = "河乌为什么潜水？" + NEW;
    String id = writes(olivia, title, "觅食。");
    ivan.call(
        "PUT",
        "/api/bank/questions/" + id + "/draft",
        Map.of("base", 1, "draftBase", 0, "form", form("河乌怎样潜水？" + NEW, "觅食。")));
    olivia.call(
        "PUT", "/api/bank/questions/" + id, Map.of("base", 1, "form", form(title, "觅食，翅膀当桨。")));

    olivia.opens("/bank/" + id);
    assertThat(olivia.page().locator(".note")).containsText("Written upon version 1");
    olivia.link("Look and publish").click();
    Locator dialog = olivia.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog.locator(".sidebyside").first()).isVisible();
    olivia.button("Save like this").click();
    assertThat(olivia.page().locator("h1:not(.unseen)")).hasText("河乌怎样潜水？" + NEW);
    assertThat(olivia.page().locator(".notes")).containsText("觅食，翅膀当桨。");
  }

  @Test
  void aLeakedQuestionIsRetiredAndComesBack(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    String id = writes(olivia, "蜂鸟的心跳有多快？" + NEW, "每分钟上千次。");
    olivia.opens("/bank/" + id);
    olivia.button("Retire").click();
    olivia.button("Retire").last().click();
    assertThat(olivia.page().getByText("Say why")).isVisible();
    olivia.page().getByLabel("Why").fill("网上已有答案");
    olivia.presses("Tab");
    olivia.button("Retire").last().click();
    assertThat(olivia.page().getByText("网上已有答案")).isVisible();
    assertThat(olivia.button("Pick for an interview")).hasCount(0);
    olivia.button("Reinstate").click();
    assertThat(olivia.button("Pick for an interview")).isVisible();
  }

  @Test
  void theIndexIsFilledAnewWithOneCommandThatSaysNoMoreThanItDid(Browser browser)
      throws IOException, InterruptedException {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    String id = writes(olivia, "雨燕落地后还能起飞吗？" + NEW, "能。");
    Process rebuild =
        RunningInstallation.command(
                "run",
                "search-service",
                "dev.mockingbird.search.catalog.RebuildCommand",
                "bank",
                "--data",
                RunningInstallation.shared().data().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(rebuild.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(rebuild.waitFor()).as(said).isZero();
    assertThat(said.strip()).startsWith("Rebuilt the index of the bank from ").hasLineCount(1);
    olivia.opens("/bank?q=" + NEW);
    assertThat(olivia.page().locator("#results a[href='/bank/" + id + "']")).isVisible();
  }

  @Test
  void whatIsMissingIsWrittenOneAfterTheOther(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    writes(olivia, "啄木鸟为什么不会脑震荡？" + NEW, "");
    Page page = olivia.page();
    olivia.opens("/bank?missing=reference&topic=鸟巢");
    olivia.link("Write one after the other").click();
    assertThat(page.getByLabel("Reference answer")).isFocused();
    String first = page.url();
    olivia.types("头骨像海绵，喙把力分散。");
    olivia.presses("Control+Enter");
    page.waitForURL(address -> !address.equals(first));
  }

  @Test
  void storedFollowUpsAreAskedAtAPress(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    Visitor ivan = room.ivan();
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    String id = writes(olivia, "翠鸟俯冲时怎么看水下？" + NEW, "双焦视网膜。");
    JsonNode planned =
        ivan.call("POST", "/api/interviews/" + room.id() + "/questions", Map.of("questionId", id));
    assertThat(planned.get("planned").size()).isEqualTo(4);
    ivan.page().locator(".planitem").last().click();
    ivan.presses("Alt+a");
    ivan.button("Ask: 折射怎么办").click();
    assertThat(room.chen().page().locator(".followed")).containsText("折射怎么办");
    assertThat(ivan.page().locator(".stored")).containsText("Asked");
  }

  private static String writes(Visitor organiser, String title, String reference) {
    return organiser
        .call("POST", "/api/bank/questions", form(title, reference))
        .get("id")
        .asString();
  }

  private static Map<String, Object> form(String title, String reference) {
    return Map.of(
        "title",
        title,
        "body",
        "",
        "language",
        "zh",
        "topic",
        "鸟巢",
        "difficulty",
        "medium",
        "minutes",
        5,
        "reference",
        reference,
        "followUps",
        List.of("折射怎么办？"));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
