package dev.mockingbird.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The system's Chromium, driven through the system's Node, in front of one installation.
final class Browser implements AutoCloseable {

  private static final String NETWORK = "Failed to load resource|WebSocket connection to .* failed";

  /// Milliseconds; a condition that takes longer is not met.
  private static final int PATIENCE = 20_000;

  private final String url;
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> errors = new ArrayList<>();
  private final Map<String, List<Cookie>> sessions = new HashMap<>();

  private Browser(String url, Path chromium, Path node) {
    this.url = url;
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
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

  static boolean isInstalled() {
    return chromium().isPresent();
  }

  static Browser at(String url) {
    return new Browser(url, chromium().orElseThrow(), onPath("node").orElseThrow());
  }

  String url() {
    return url;
  }

  /// A desktop of its own for one person, who reads `locale`.
  Visitor visitor(String locale, ColorScheme scheme) {
    return visitor(
        new NewContextOptions()
            .setLocale(locale)
            .setColorScheme(scheme)
            .setViewportSize(1280, 800)
            .setPermissions(List.of("clipboard-read", "clipboard-write")));
  }

  Visitor phone(String locale, ColorScheme scheme) {
    return visitor(
        new NewContextOptions()
            .setLocale(locale)
            .setColorScheme(scheme)
            .setViewportSize(390, 844)
            .setDeviceScaleFactor(2)
            .setIsMobile(true)
            .setHasTouch(true));
  }

  private Visitor visitor(NewContextOptions options) {
    BrowserContext context = chromium.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(PATIENCE);
    context.onConsoleMessage(this::listen);
    context.onWebError(error -> errors.add(error.error()));
    return new Visitor(url, context.newPage(), sessions);
  }

  /// Answers that stories provoke are no errors; refused styles and scripts, and exceptions are.
  private void listen(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().matches("(?s)(" + NETWORK + ").*")) {
      errors.add(message.text());
    }
  }

  /// Everybody goes home, and nobody's console has complained.
  void leave() {
    List<String> complaints = List.copyOf(errors);
    errors.clear();
    chromium.contexts().forEach(BrowserContext::close);
    assertThat(complaints).as("consoles").isEmpty();
  }

  private static Optional<Path> chromium() {
    return onPath("chromium", "chromium-browser", "google-chrome");
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
