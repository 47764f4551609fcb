package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A team brings its list: it is looked through, corrected, applied, brought again and taken back,
/// in a browser.
@ExtendWith(InBrowser.class)
class ImportStory {

  private static final String PREVIEWS = "**/api/bank/import-previews";

  /// Nothing is deleted from a bank, and a story may be told to one that heard it before.
  private static final String NEW = Long.toString(System.currentTimeMillis(), 36);

  private static final String LIST =
      """
      # 鸟类学

      ## 迁徙

      1. 嘲鸫为什么在夜间迁徙？

         借助星空定向，并且避开猛禽。

      2. 嘲鸫如何记住一首歌？它一生能学会多少首？

      3. 嘲鸫的翅斑有什么作用？

      ## 关于本站

      关注我们的公众号。
      """
          .replace("嘲鸫", "嘲鸫 " + NEW + " ");

  @Test
  void aListIsCorrectedAppliedBroughtAgainAndTakenBack(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    Page page = olivia.page();
    olivia.opens("/bank");
    olivia.link("Import").click();
    handsIn(olivia, "嘲鸫 " + NEW + ".md", LIST);
    assertThat(page.getByRole(AriaRole.COMBOBOX)).hasValue("嘲鸫 " + NEW);
    olivia.button("Read it").click();

    assertThat(page.locator(".understood")).containsText("3 questions");
    assertThat(items(olivia)).hasCount(3);
    assertThat(page.locator(".sourceline.QUESTION").first()).containsText("为什么在夜间迁徙？");
    assertThat(page.locator(".sourceline.ANSWER").first()).containsText("借助星空定向");
    assertThat(page.locator(".sourceline.IGNORED .what").last()).hasText("Ignored");

    items(olivia).nth(1).locator("button").first().click();
    assertThat(page.locator(".sourceline.chosen")).containsText("如何记住一首歌");
    olivia.button("Split into 2").click();
    assertThat(items(olivia)).hasCount(4);
    assertThat(page.locator(".item.open")).containsText("如何记住一首歌？");
    items(olivia).nth(3).locator("button").first().click();
    olivia.presses("x");
    assertThat(apply(olivia)).hasText("Apply: 3 new");
    olivia.presses("Control+z");
    assertThat(apply(olivia)).hasText("Apply: 4 new");
    olivia.presses("e");
    page.getByLabel("Reference answer").fill("展示和驱赶昆虫。");
    olivia.presses("Control+Enter");
    assertThat(page.locator(".item.open")).containsText("edited here");

    page.reload();
    assertThat(items(olivia)).hasCount(4);
    assertThat(page.getByText("edited here")).isVisible();
    apply(olivia).click();
    assertThat(olivia.heading("Imported")).isVisible();
    assertThat(page.locator(".applied")).containsText("4 questions added");
    olivia.link("See them in the bank").click();
    assertThat(page.locator("#results li")).hasCount(4);

    brings(olivia, LIST);
    assertThat(apply(olivia)).hasText("Nothing to apply");
    assertThat(apply(olivia)).isDisabled();
    olivia.button("Throw away").click();
    brings(olivia, LIST.replace("为什么在夜间", "为什么要在夜间"));
    assertThat(apply(olivia)).hasText("Apply: 1 changed");
    items(olivia).first().locator("button").first().click();
    assertThat(page.locator(".item.open ins")).containsText("要");
    apply(olivia).click();
    assertThat(olivia.heading("Imported")).isVisible();

    olivia.link("Past imports").click();
    Locator imports = page.locator("main li.row").filter(with("嘲鸫 " + NEW));
    assertThat(imports).hasCount(2);
    assertThat(imports.first()).containsText("1 changed");
    for (int i = 0; i < 2; i++) {
      imports.nth(i).getByRole(AriaRole.BUTTON).click();
      olivia.button("Undo it").click();
      assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.STATUS))
          .containsText(
              i == 0
                  ? "0 taken out of the bank, 1 put back"
                  : "4 taken out of the bank, 0 put back");
      olivia.button("Close").last().click();
    }
    assertThat(imports.filter(with("Undone"))).hasCount(2);
  }

  @Test
  void conflictsGoneQuestionsAndDemandsAreSettledBeforeAListIsApplied(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    Page page = olivia.page();
    String source = "渡鸦 " + NEW;
    String list =
        """
        ## 渡鸦

        1. 渡鸦会用工具吗？

           会。

        2. 渡鸦能活多久？

           四十年。
        """
            .replace("渡鸦", "渡鸦 " + NEW + " ");
    String gone = "\n3. 渡鸦 " + NEW + " 记仇吗？\n";
    brings(olivia, source, list + gone);
    apply(olivia).click();
    olivia.link("See them in the bank").click();
    assertThat(page.locator("#results li")).hasCount(3);
    String id =
        page.locator("#results a")
            .filter(with("会用工具吗"))
            .getAttribute("href")
            .replaceFirst("^/bank/", "");
    JsonNode question = olivia.call("GET", "/api/questions/" + id, null);
    olivia.call(
        "PUT",
        "/api/bank/questions/" + id,
        Map.of(
            "base",
            1,
            "form",
            Map.of(
                "title",
                question.get("title").asString(),
                "language",
                "zh",
                "topic",
                question.get("topic").asString(),
                "difficulty",
                "medium",
                "minutes",
                5,
                "reference",
                "会，野外也会。")));

    brings(
        olivia,
        source,
        list.replace("会。", "会，还会计划。") + "\n## 岗位要求\n\n- 熟悉鸦科鸟类的行为，有三年以上观鸟经验\n- 熟练使用望远镜\n");
    items(olivia).first().locator("button").first().click();
    Locator open = page.locator(".item.open");
    assertThat(open.locator(".sidebyside section").first()).containsText("野外也会");
    assertThat(open.locator(".sidebyside section").last().locator("ins").last()).containsText("计划");
    open.locator("label").filter(with("Take the file’s")).click();
    assertThat(open.locator(".outcome")).hasText("Changed");
    open.locator("label").filter(with("Keep the bank’s")).click();
    assertThat(open.locator(".outcome")).hasText("Conflict");
    open.locator("label").filter(with("Take the file’s")).click();
    tab(olivia, "Gone from the list").click();
    page.getByLabel(Pattern.compile("^Retire .*记仇吗")).check();
    tab(olivia, "Job profile").click();
    page.getByLabel("Keep them as a job profile").check();
    page.getByLabel("Title of the job").fill("饲养员 " + NEW);
    olivia.presses("Tab");
    assertThat(apply(olivia)).hasText(Pattern.compile("^Apply: 1 changed.*1.*2.*"));
    apply(olivia).click();
    olivia.link("Past imports").click();
    assertThat(page.locator(".profile").filter(with("饲养员 " + NEW))).containsText("2 ");
    JsonNode kept = olivia.call("GET", "/api/questions/" + id, null);
    assertThat(kept.at("/staff/reference").asString()).isEqualTo("会，还会计划。");
  }

  @Test
  void aFolderAndAZipAreReadWithTheirPathsAndTakenBackAtOnce(Browser browser, @TempDir Path folder)
      throws IOException {
    Path team = Files.createDirectories(folder.resolve("寒鸦 " + NEW + "/深入"));
    String one = "1. 寒鸦 %s 吃什么？\n2. 寒鸦 %s 住哪里？\n".formatted(NEW, NEW);
    String other = "1. 寒鸦 %s 的眼睛为什么是白的？\n2. 寒鸦 %s 怎样结伴？\n".formatted(NEW, NEW);
    Files.writeString(team.resolveSibling("基础.md"), one);
    Files.writeString(team.resolve("进阶.md"), other);
    Files.write(team.resolve("图.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    Page page = olivia.page();
    olivia.opens("/bank/import");
    page.locator("[data-intake=folder]").setInputFiles(team.getParent());
    olivia.button("Read it").click();
    assertThat(items(olivia)).hasCount(4);
    assertThat(page.locator("details.section")).containsText("图.png");
    olivia.button("Throw away").click();

    olivia.opens("/bank/import");
    page.locator("[data-intake=files]")
        .setInputFiles(
            new FilePayload(
                "寒鸦 " + NEW + ".zip",
                "application/zip",
                zip(Map.of("基础.md", one, "深入/进阶.md", other))));
    olivia.button("Read it").click();
    assertThat(apply(olivia)).hasText("Apply: 4 new");
    apply(olivia).click();
    assertThat(olivia.heading("Imported")).isVisible();
    olivia.button("Undo this import").click();
    olivia.button("Undo it").click();
    assertThat(page.getByText("taken out of the bank")).isVisible();
  }

  @Test
  void theBankIsDownloadedAndComesBackWithNothingChanged(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    Page page = olivia.page();
    olivia.opens("/bank");
    olivia.button("Export").click();
    Download download =
        page.waitForDownload(() -> page.getByRole(AriaRole.MENUITEM).first().click());
    assertThat(download.failure()).isNull();
    assertThat(download.suggestedFilename()).isEqualTo("mockingbird-bank.md");

    olivia.opens("/bank/import");
    page.locator("[data-intake=files]").setInputFiles(download.path());
    page.getByRole(AriaRole.COMBOBOX).first().fill("回来 " + NEW);
    olivia.button("Read it").click();
    assertThat(items(olivia).first()).isVisible();
    assertThat(apply(olivia)).hasText("Nothing to apply");
    olivia.button("Throw away").click();
  }

  private static Locator tab(Visitor visitor, String name) {
    return visitor.page().getByRole(AriaRole.TAB).filter(with(name));
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aReadingThatIsNotSureWaitsForAPerson(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.DARK).signedInAs("olivia");
    olivia.page().route(PREVIEWS, ImportStory::unsure);
    brings(olivia, LIST);

    assertThat(olivia.heading("Are these blocks the questions?")).isVisible();
    assertThat(apply(olivia)).isDisabled();
    olivia.button("Yes, these are the questions").click();
    assertThat(apply(olivia)).isEnabled();
    assertThat(olivia.heading("Are these blocks the questions?")).hasCount(0);
    olivia.button("Undo").click();
    assertThat(apply(olivia)).isDisabled();
    olivia.button("Throw away").click();
  }

  @Test
  void whatABlockIsCanBeSaidFromItsLine(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    brings(olivia, LIST);
    assertThat(items(olivia)).hasCount(3);
    Locator line = olivia.page().locator(".sourceline").filter(with("翅斑"));
    line.click();
    olivia.page().getByRole(AriaRole.LISTBOX).focus();
    olivia.presses("i");
    assertThat(items(olivia)).hasCount(2);
    assertThat(line).hasClass(Pattern.compile("IGNORED"));
    olivia.presses("Control+z");
    assertThat(items(olivia)).hasCount(3);
    olivia.button("Throw away").click();
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsReason(Browser browser) {
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    olivia.opens("/bank/import");
    byte[] noText = new byte[4000];
    for (int i = 0; i < noText.length; i++) {
      noText[i] = (byte) (i * 7);
    }
    olivia
        .page()
        .locator("[data-intake=files]")
        .setInputFiles(new FilePayload("list.md", "text/markdown", noText));
    olivia.button("Read it").click();
    assertThat(olivia.heading("This cannot be read")).isVisible();
    assertThat(olivia.page().locator(".problem")).containsText("NOT_TEXT");
    olivia.button("Choose other files").click();
    assertThat(olivia.heading("Import questions")).isVisible();
  }

  @Test
  void aHostileListRunsNothingInAnybodysBrowser(Browser browser) {
    String list =
        """
        ## <img src=x onerror="window.hacked='topic'">

        1. 灰嘲鸫<script>window.hacked='title'</script>吃什么？<img src=x onerror="window.hacked='image'">

           [浆果](javascript:window.hacked='link') <svg onload="window.hacked='svg'"></svg>

           <details open ontoggle="window.hacked='details'"><summary>x</summary>y</details>

           <iframe srcdoc="<script>parent.hacked='frame'</script>"></iframe>
        """
            .replace("灰嘲鸫", "灰嘲鸫 " + NEW + " ");
    Visitor olivia = browser.visitor("en", ColorScheme.LIGHT).signedInAs("olivia");
    brings(olivia, "敌意 " + NEW, list);
    assertThat(items(olivia)).hasCount(1);
    runsNothing(olivia);
    apply(olivia).click();
    olivia.link("See them in the bank").click();
    olivia.page().locator("#results a").first().click();
    assertThat(olivia.page().locator(".notes")).isVisible();
    runsNothing(olivia);
    olivia.button("Edit").or(olivia.link("Edit")).first().click();
    assertThat(olivia.page().locator(".writingpreview")).containsText("灰嘲鸫");
    runsNothing(olivia);

    String id = olivia.books("敌意 · Hostile", "灰嘲鸫 " + NEW, 1);
    olivia.opens("/rooms/" + id);
    assertThat(olivia.page().locator(".question")).containsText("灰嘲鸫");
    runsNothing(olivia);
    JsonNode batch = olivia.call("GET", "/api/bank/imports", null).get("items").get(0);
    olivia.call("POST", "/api/bank/imports/" + batch.get("batch").asString() + "/undo", List.of());
  }

  private static void runsNothing(Visitor visitor) {
    assertThat(visitor.page().evaluate("window.hacked ?? 'nothing'")).isEqualTo("nothing");
    assertThat(
            visitor
                .page()
                .locator(
                    "main :is(script, iframe, [onerror], [onload], [ontoggle], a[href^=javascript])"))
        .hasCount(0);
  }

  private static void brings(Visitor visitor, String list) {
    brings(visitor, "嘲鸫 " + NEW, list);
  }

  private static void brings(Visitor visitor, String source, String list) {
    visitor.opens("/bank/import");
    handsIn(visitor, source + ".md", list);
    visitor.button("Read it").click();
    assertThat(items(visitor).first()).isVisible();
  }

  private static void handsIn(Visitor visitor, String name, String list) {
    visitor
        .page()
        .locator("[data-intake=files]")
        .setInputFiles(
            new FilePayload(name, "text/markdown", list.getBytes(StandardCharsets.UTF_8)));
  }

  private static Locator items(Visitor visitor) {
    return visitor.page().locator(".item");
  }

  /// Once what was chosen last has been answered.
  private static Locator apply(Visitor visitor) {
    return visitor.page().locator(".applybar button").last();
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /// The real answer, less certain of itself.
  private static void unsure(Route route) {
    ObjectNode preview = (ObjectNode) JsonMapper.shared().readTree(route.fetch().text());
    preview.put("sure", false).put("confidence", 0.5);
    ((ArrayNode) preview.get("files")).forEach(file -> ((ObjectNode) file).put("confidence", 0.5));
    route.fulfill(
        new Route.FulfillOptions().setContentType("application/json").setBody(preview.toString()));
  }
}
