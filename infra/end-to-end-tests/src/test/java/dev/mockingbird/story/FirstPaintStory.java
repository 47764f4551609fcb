package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The first page is light, and nothing on it flashes in another theme or language.
@ExtendWith(InBrowser.class)
class FirstPaintStory {

  private static final int KILOBYTES = 1024;

  @Test
  void theSignInLoadsNoEditorAndLittleElse(Browser browser) {
    Visitor stranger = browser.visitor("en", ColorScheme.LIGHT);
    stranger.opens("/sign-in");
    assertThat(stranger.link("Sign in with GitHub")).isVisible();

    Number bytes =
        (Number)
            stranger
                .page()
                .evaluate(
                    "performance.getEntriesByType('resource').reduce((sum, it) => sum +"
                        + " it.transferSize, 0)");
    assertThat(bytes.intValue()).isBetween(50 * KILOBYTES, 264 * KILOBYTES);
    assertThat((boolean) stranger.page().evaluate(scriptsSay("cm-content"))).isFalse();
  }

  @Test
  void thePageHasItsThemeAndLanguageBeforeItsScript(Browser browser) {
    Visitor ivan = browser.visitor("en", ColorScheme.LIGHT).signedInAs("ivan");
    ivan.opens("/settings");
    ivan.page().getByText("Dark").click();
    ivan.page().getByText("中文").click();
    assertThat(ivan.heading("设置")).isVisible();

    ivan.page().route("**/assets/*.js", Route::abort);
    ivan.opens("/");
    assertThat(ivan.page().locator("html")).hasAttribute("lang", "zh-CN");
    assertThat(ivan.page().locator("html")).hasCSS("background-color", "rgb(15, 21, 23)");
  }

  private static String scriptsSay(String word) {
    return """
        Promise.all(performance.getEntriesByType('resource').filter((it) => it.name.endsWith('.js'))
            .map(async ({ name }) => (await (await fetch(name)).text()).includes('%s')))
            .then((found) => found.includes(true))"""
        .formatted(word);
  }
}
