package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks at views: a picture of each in `target/pictures`, and what axe has to say about it in both
/// themes.
final class Eye {

  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String THEME =
      "theme => document.documentElement.dataset.mantineColorScheme === theme";

  private final List<String> complaints = new ArrayList<>();

  /// Everything in the theme that is shown; in the other one what depends on it, the contrasts.
  void looksAt(Visitor visitor, String view) {
    Page page = visitor.page();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(view + ".png")).setFullPage(true));
    hears(view, new AxeBuilder(page).analyze());
    boolean dark = (boolean) page.evaluate(THEME, "dark");
    turns(page, !dark);
    hears(
        view + " in the other theme",
        new AxeBuilder(page).withRules(List.of("color-contrast")).analyze());
    turns(page, dark);
  }

  private static void turns(Page page, boolean dark) {
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    page.waitForFunction(THEME, dark ? "dark" : "light");
  }

  private void hears(String view, AxeResults results) {
    results
        .getViolations()
        .forEach(
            rule ->
                rule.getNodes()
                    .forEach(
                        node ->
                            complaints.add(
                                "%s: %s %s".formatted(view, rule.getId(), node.getHtml()))));
  }

  void isContent() {
    assertThat(complaints).as("axe").isEmpty();
  }
}
