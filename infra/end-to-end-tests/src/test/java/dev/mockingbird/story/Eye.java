package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Looks at views: what axe has to say about each in both themes, and pictures in
/// `target/pictures`.
final class Eye {

  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String AXE = axe();
  private static final String THEME =
      "theme => document.documentElement.dataset.mantineColorScheme === theme";
  private static final String ASK =
      """
      async (rule) => {
        const runOnly = rule && { type: 'rule', values: [rule] };
        const results = await axe.run(document, { resultTypes: ['violations'], ...(rule && { runOnly }) });
        return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
      }""";

  private final List<String> complaints = new ArrayList<>();

  /// Everything in the theme that is shown; in the other one what depends on it, the contrasts.
  void looksAt(Visitor visitor, String view) {
    Page page = visitor.page();
    if (!(boolean) page.evaluate("'axe' in window")) {
      page.evaluate(AXE);
    }
    boolean dark = (boolean) page.evaluate(THEME, "dark");
    hears(page, view, dark, null);
    turns(page, !dark);
    hears(page, view, !dark, "color-contrast");
    turns(page, dark);
  }

  void keeps(Visitor visitor, String picture) {
    visitor
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(picture + ".png"))
                .setFullPage(true));
  }

  private void hears(Page page, String view, boolean dark, @Nullable String rule) {
    String seen =
        "%s, %s, %s: "
            .formatted(
                view, page.evaluate("document.documentElement.lang"), dark ? "dark" : "light");
    ((List<?>) page.evaluate(ASK, rule)).forEach(complaint -> complaints.add(seen + complaint));
  }

  private static void turns(Page page, boolean dark) {
    page.emulateMedia(
        new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    page.waitForFunction(THEME, dark ? "dark" : "light");
  }

  void isContent() {
    assertThat(complaints).as("axe").isEmpty();
  }

  /// The script that comes with axe's Playwright binding, which itself opens a window for each
  /// look.
  private static String axe() {
    try (InputStream script = Eye.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
