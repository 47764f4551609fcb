package dev.mockingbird.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a story the one browser of this run, in front of the one installation of this run;
/// `-Dstory.url=` names an installation that is running already, with demo sign-in.
final class InBrowser implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(InBrowser.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Assumptions.assumeTrue(
        Browser.isInstalled(),
        "SKIPPED: no Chromium on the PATH, so the browser stories were not told");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    browser(context).leave();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return browser(context);
  }

  private static Browser browser(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Browser.class, _ -> Browser.at(installation()), Browser.class);
  }

  private static String installation() {
    String running = System.getProperty("story.url");
    try {
      return running == null ? RunningInstallation.shared().url() : running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
