package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Looks at views as they are, and as they are while an address answers something else.
abstract class ViewStory {

  private static final String SHOWN =
      "selector => document.querySelector(selector)?.checkVisibility()";

  final Eye eye = new Eye();

  void looks(Visitor visitor, String path, String shown) {
    opens(visitor, path, shown);
    eye.looksAt(visitor, path);
  }

  void looks(Visitor visitor, String view, Locator shown) {
    assertThat(shown.first()).isVisible();
    eye.looksAt(visitor, view);
  }

  /// Asks at every frame: an assertion asks twice a second, half of which nobody needs to wait.
  static void opens(Visitor visitor, String path, String shown) {
    visitor.opens(path);
    visitor.page().waitForFunction(SHOWN, shown);
  }

  /// One visit for both: what is asked for waits while it is loading, and then fails.
  void looksWhileSlowAndBroken(Visitor visitor, String address, String path) {
    Page page = visitor.page();
    List<Route> waiting = new ArrayList<>();
    Consumer<Route> failing = failing(500, "INTERNAL_ERROR");
    page.route(address, waiting::add);
    opens(visitor, path, "main [role=status]");
    eye.looksAt(visitor, path + " slow");
    page.route(address, failing);
    List.copyOf(waiting).forEach(failing);
    page.waitForFunction(SHOWN, ".problem");
    eye.looksAt(visitor, path + " broken");
    page.unroute(address);
  }

  void looksWhile(
      Visitor visitor, String address, Consumer<Route> answer, String path, String shown) {
    Page page = visitor.page();
    page.route(address, answer);
    opens(visitor, path, shown);
    eye.looksAt(visitor, path + " " + shown);
    page.unroute(address);
  }

  static void silent(Route route) {}

  static Consumer<Route> failing(int status, String code) {
    return route ->
        route.fulfill(
            new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody(
                    JsonMapper.shared()
                        .writeValueAsString(
                            Map.of("status", status, "code", code, "title", code))));
  }

  static Consumer<Route> answering(String json) {
    return route ->
        route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(json));
  }

  /// The real answer, one word of it changed.
  static Consumer<Route> changing(String word, String other) {
    return route ->
        route.fulfill(
            new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(route.fetch().text().replace('"' + word + '"', '"' + other + '"')));
  }
}
