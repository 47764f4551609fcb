package dev.mockingbird.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What [EveryViewStory] promises, for bringing a list and writing in the bank.
@ExtendWith(InBrowser.class)
class EveryBankViewStory extends ViewStory {

  private static final String QUESTIONS = "**/api/questions?*";
  private static final String QUESTION = "**/api/questions/q*";
  private static final String VERSIONS = "**/api/bank/questions/*/versions";
  private static final String DRAFTS = "**/api/bank/drafts";
  private static final String IMPORTS = "**/api/bank/imports";
  private static final String PREVIEWS = "**/api/bank/import-previews";
  private static final String NOTHING = "{\"items\":[]}";
  private static final String NO_QUESTIONS =
      """
      {"total":0,"tookMs":1,"items":[],"facets":{"topic":[],"language":[],"difficulty":[],"hasReference":[]}}""";

  /// A question with its answer, two in one, and what a job demands.
  private static final String LIST =
      """
      ## 鸟类学

      1. 雨燕一生飞多远？

         数百万公里。

      2. 雨燕怎样睡觉？它会落地吗？

      3.

      ## 岗位要求

      - 熟悉鸟类迁徙，有三年以上观鸟经验
      - 熟练使用望远镜
      """;

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "zh-CN, DARK"})
  void theBank(String locale, ColorScheme scheme, Browser browser) {
    Visitor olivia = browser.visitor(locale, scheme).signedInAs("olivia");
    opens(olivia, "/bank?q=redis&language=zh", "#results li");
    olivia.page().locator(".pagehead button[aria-haspopup=menu]").first().click();
    looks(olivia, "export", olivia.page().getByRole(AriaRole.MENU));
    olivia.presses("Escape");
    olivia.page().locator("#results a").first().click();
    looks(olivia, "question of an organiser", olivia.page().locator(".notes"));
    String question = olivia.page().url().replaceFirst("^.*(/bank/.*)$", "$1");
    olivia.presses("t");
    looks(olivia, "trying", olivia.page().locator(".lookedfor"));
    olivia.page().locator(".samples button").nth(1).click();
    looks(olivia, "tried", olivia.page().locator(".trying .points .evidence"));
    eye.keeps(olivia, "trying-" + locale);
    olivia.page().locator("main button[data-act=retire]").click();
    looks(olivia, "retire", olivia.page().getByRole(AriaRole.DIALOG));
    looks(olivia, question + "/edit", ".writingpreview h2");
    olivia.page().locator(".writingpreview label").last().click();
    looks(olivia, "trying while editing", olivia.page().locator(".lookedfor"));
    olivia.page().locator("[data-field=title]").fill("");
    olivia.presses("Control+s");
    looks(olivia, "edit-error", olivia.page().locator("[aria-invalid=true]"));
    olivia.page().evaluate("localStorage.clear()");
    looks(olivia, question + "/history", ".versionitem");
    looks(olivia, "/bank/imports", "main li");
    looks(olivia, "/bank/import", ".dropzone");
    olivia.page().locator("button[type=submit]").click();
    looks(olivia, "nothing handed in", olivia.page().locator("main [role=alert]").first());
    handsIn(olivia);
    looks(olivia, "preview", olivia.page().locator(".item.open"));
    eye.keeps(olivia, "import-" + locale);
    Locator tabs = olivia.page().getByRole(AriaRole.TAB);
    for (int i = 1; i < tabs.count(); i++) {
      tabs.nth(i).click();
      looks(olivia, "preview-tab-" + i, olivia.page().getByRole(AriaRole.TABPANEL));
    }
    tabs.first().click();
    olivia.page().locator(".item button[aria-expanded]").first().click();
    olivia.presses("e");
    looks(olivia, "item", olivia.page().getByRole(AriaRole.DIALOG));
    eye.isContent();
  }

  /// In one language: what is said then is said in the same places.
  @Test
  void theBankWhileItIsEmptySlowOrBroken(Browser browser) {
    Visitor olivia = browser.visitor("zh-CN", ColorScheme.LIGHT).signedInAs("olivia");
    looksWhile(olivia, QUESTIONS, answering(NO_QUESTIONS), "/bank", ".empty a");
    looksWhileSlowAndBroken(olivia, QUESTION, "/bank/qnone/edit");
    looksWhile(olivia, VERSIONS, answering(NOTHING), "/bank/qnone/history", ".empty");
    looksWhileSlowAndBroken(olivia, VERSIONS, "/bank/qnone/history");
    looksWhile(olivia, DRAFTS, answering(NOTHING), "/bank/drafts", ".empty");
    looksWhileSlowAndBroken(olivia, DRAFTS, "/bank/drafts");
    looksWhile(olivia, IMPORTS, answering(NOTHING), "/bank/imports", ".empty");
    looksWhileSlowAndBroken(olivia, IMPORTS, "/bank/imports");
    olivia.opens("/bank/import");
    handsIn(olivia);
    olivia.page().locator(".item").first().waitFor();
    looksWhile(
        olivia, PREVIEWS, failing(422, "ARCHIVE_BOMB"), "/bank/import", "main .problem + button");
    looksWhile(olivia, PREVIEWS, ViewStory::silent, "/bank/import", "main .breathe");

    Visitor chen = browser.visitor("zh-CN", ColorScheme.DARK).signedInAs("chen");
    looks(chen, "/bank/import", ".problem");
    eye.isContent();
  }

  private static void handsIn(Visitor visitor) {
    visitor
        .page()
        .locator("[data-intake=files]")
        .setInputFiles(new FilePayload("list.md", "text/markdown", LIST.getBytes(UTF_8)));
    visitor.page().locator("button[type=submit]").click();
  }
}
