package dev.mockingbird.story;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The system's Chromium, driven through the system's Node.
final class Browser implements AutoCloseable {

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> errors = new ArrayList<>();

  private Browser(Path chromium, Path node) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    this.chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /// Empty where the machine has no Chromium.
  static Optional<Browser> find() {
    return onPath("chromium", "chromium-browser", "google-chrome")
        .map(chromium -> new Browser(chromium, onPath("node").orElseThrow()));
  }

  /// A browser of its own for one person, who reads `locale`.
  Page person(String locale, ColorScheme scheme) {
    BrowserContext context =
        chromium.newContext(
            new NewContextOptions()
                .setLocale(locale)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 800));
    context.setDefaultTimeout(20_000);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("401")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    return page;
  }

  /// What the pages complained about on their consoles, refused styles and scripts among it.
  List<String> errors() {
    return List.copyOf(errors);
  }

  private static Optional<Path> onPath(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
