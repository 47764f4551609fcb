package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.mockingbird.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Every view, full, empty, loading and failing, is free of axe's complaints, in both languages and
/// both themes. The stack is real; only states that it cannot be brought into at will are played by
/// the browser's network.
@ExtendWith(InBrowser.class)
class EveryViewStory extends ViewStory {

  private static final String QUESTIONS = "**/api/questions?*";
  private static final String INTERVIEWS = "**/api/interviews";
  private static final String FINISHED = "**/api/finished-interviews?*";
  private static final String REPORTS = "**/api/reports/*";
  private static final String TIMELINE = "**/api/rooms/*/replay/timeline";
  private static final String TOKENS = "**/api/tokens";

  private static final String NOTHING_HAPPENED =
      """
      {"epoch":"e","sealed":false,"openedAt":"2026-01-05T09:00:00Z","last":3,"landmarks":[],"activity":[]}""";

  private static final String PROPOSAL =
      """
      {"scorer":{"name":"alignment","version":"999","calibration":"1"},"status":"SCORED","score":74,"low":60,"high":85,"reason":"NEEDS_REVIEW"}""";

  private static String ended;

  @BeforeEach
  void anInterviewHasBeenHeld(Browser browser) {
    if (ended == null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int exit =
          Demo.run(
              new String[] {"--url", browser.url(), "--json"},
              new PrintStream(out),
              new PrintStream(OutputStream.nullOutputStream()));
      assertThat(exit).as("demo").isZero();
      ended = JsonMapper.shared().readTree(out.toByteArray()).get("interview").asString();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "zh-CN, DARK"})
  void theDoors(String locale, ColorScheme scheme, Browser browser) {
    Visitor stranger = browser.visitor(locale, scheme);
    looks(stranger, "/", "main a");
    looks(stranger, "/sign-in?error=expired", "[role=alert]");
    looks(stranger, "/join/somewhere~else", "main a");
    looksWhile(stranger, "**/api/me", failing(503, "SERVICE_UNAVAILABLE"), "/sign-in", ".problem");

    Visitor ivan = browser.visitor(locale, scheme).signedInAs("ivan");
    Visitor mei = browser.visitor(locale, scheme).signedInAs("mei");
    String id = ivan.books("门 · Doors", "redis", 1);
    String link = ivan.invites(id, "OBSERVE", "mei").get("link").asString();
    String path = link.substring(link.indexOf("/join/"));
    looks(ivan, path, "main [role=alert]");
    looks(mei, path, "main button");
    for (String state : List.of("REVOKED", "EXPIRED", "TAKEN")) {
      looksWhile(mei, "**/api/invitations/*", changing("OPEN", state), path, "main [role=alert]");
    }
    looksWhile(mei, "**/api/invitations/*", failing(404, "NO_SUCH_INVITATION"), path, ".problem");
    looksWhile(mei, "**/api/invitations/*", ViewStory::silent, path, "main [role=status]");
    eye.isContent();
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "zh-CN, DARK"})
  void theHouse(String locale, ColorScheme scheme, Browser browser) {
    Visitor ivan = browser.visitor(locale, scheme).signedInAs("ivan");
    String id = ivan.books("屋 · House", "redis", 2);
    ivan.invites(id, "ANSWER", "chen");

    looks(ivan, "/", "main li");
    looksWhile(ivan, INTERVIEWS, answering("{\"items\":[]}"), "/", "main .steps");
    looksWhileSlowAndBroken(ivan, INTERVIEWS, "/");

    looks(ivan, "/bank?q=redis&language=zh", "#results mark");
    looks(ivan, "/bank?q=qqqqzzzz", ".empty");
    looksWhileSlowAndBroken(ivan, QUESTIONS, "/bank");
    ivan.opens("/bank?q=redis");
    ivan.page().locator("#results .result button").first().click();
    looks(ivan, "tray", ivan.page().locator(".tray"));
    ivan.page().locator("#results a").first().click();
    looks(ivan, "question", ivan.page().locator(".notes"));
    looksWhileSlowAndBroken(ivan, "**/api/questions/none", "/bank/none");
    looks(ivan, "/bank/none", ".problem");

    looks(ivan, "/interviews/new", "form li");
    ivan.page().locator("button[type=submit]").click();
    looks(ivan, "booking-error", ivan.page().locator("[aria-invalid=true]"));
    ivan.page().evaluate("localStorage.removeItem('mockingbird.tray')");
    looks(ivan, "/interviews/new", "form .empty");

    looks(ivan, "/interviews/" + id, "li.invitation");
    looksWhileSlowAndBroken(ivan, "**/api/interviews/none", "/interviews/none");
    looks(ivan, "/interviews/none", ".problem");
    looks(ivan, "/interviews", "main li");
    looksWhile(ivan, FINISHED, answering("{\"total\":0,\"items\":[]}"), "/interviews", ".empty");
    looksWhileSlowAndBroken(ivan, FINISHED, "/interviews");

    looks(ivan, "/reports/" + ended, "[data-evidence]");
    looksWhile(ivan, REPORTS, EveryViewStory::disputed, "/reports/" + ended, ".noscore button");
    looksWhile(ivan, REPORTS, changing("SCORED", "PENDING"), "/reports/" + ended, ".breathe");
    looksWhile(ivan, REPORTS, failing(403, "NOT_RELEASED"), "/reports/" + ended, ".empty");
    looksWhileSlowAndBroken(ivan, REPORTS, "/reports/" + ended);

    looks(ivan, "/replays/" + ended + "?question=1", ".recorded .cm-line");
    looksWhile(ivan, TIMELINE, answering(NOTHING_HAPPENED), "/replays/" + ended, ".empty");
    looksWhileSlowAndBroken(ivan, TIMELINE, "/replays/" + ended);

    looksWhile(ivan, TOKENS, answering("[]"), "/settings", ".empty");
    looksWhileSlowAndBroken(ivan, TOKENS, "/settings");
    looksWhile(ivan, QUESTIONS, Route::abort, "/bank", ".problem");
    looks(ivan, "/no/such/place", ".empty");
    ivan.presses("Control+k");
    looks(ivan, "palette", ivan.page().getByRole(AriaRole.LISTBOX));
    ivan.types("zzqq");
    looks(ivan, "palette-empty", ivan.page().locator(".palette p[role=status]"));
    ivan.presses("Escape");
    assertThat(ivan.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    ivan.presses("?");
    looks(ivan, "shortcuts", ivan.page().getByRole(AriaRole.DIALOG));
    ivan.presses("Escape");
    assertThat(ivan.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    ivan.page().locator("header button[aria-haspopup=menu]").click();
    looks(ivan, "account", ivan.page().getByRole(AriaRole.MENU));
    ivan.page().route("**/api/sign-out", failing(503, "STORE_UNAVAILABLE"));
    ivan.page().getByRole(AriaRole.MENUITEM).last().click();
    looks(ivan, "still-signed-in", ivan.page().locator(".problem"));
    eye.isContent();
  }

  @ParameterizedTest
  @CsvSource({"en, LIGHT", "zh-CN, DARK"})
  void theRoom(String locale, ColorScheme scheme, Browser browser) {
    Visitor ivan = browser.visitor(locale, scheme).signedInAs("ivan");
    Visitor chen = browser.visitor(locale, scheme).signedInAs("chen");
    Visitor mei = browser.visitor(locale, scheme).signedInAs("mei");
    String id = ivan.books("室 · Room", "redis", 2);
    chen.accepts(ivan.invites(id, "ANSWER", "chen"));
    mei.accepts(ivan.invites(id, "OBSERVE", "mei"));
    String room = "/rooms/" + id;

    looksWhile(ivan, "**/api/people?*", ViewStory::silent, "/rooms/nosuchroom0000000000", ".empty");
    for (int code : new int[] {4400, 4401, 4403, 4408, 4429}) {
      ivan.page().routeWebSocket("**/ws/rooms/**", socket -> socket.close(closed(code)));
      looks(ivan, room + "?" + code, ".empty button, .empty a");
    }
    ivan.page().routeWebSocket("**/ws/rooms/**", socket -> {});
    looks(ivan, room, "main [role=status]");
    ivan.page().routeWebSocket("**/ws/rooms/**", socket -> socket.connectToServer());

    looks(mei, room, ".empty");
    looksWhile(chen, "**/api/scores/language-model", answering("{\"asked\":true}"), room, ".sees");
    looks(chen, room, ".sees");
    chen.page().locator("main button").click();
    looks(chen, "lobby", chen.page().locator(".breathe"));
    looks(ivan, room, ".banner button");
    ivan.page().locator(".banner button").click();
    looks(chen, "waiting-for-a-question", chen.page().locator(".desk .empty"));
    ivan.presses("Alt+a");
    chen.editor().click();
    chen.types("RDB 是某一时刻的全量快照。");
    chen.seesItsWork("saved");
    looks(chen, "candidate", chen.editor());
    ivan.presses("Alt+h");
    looks(ivan, "interviewer", ivan.page().locator(".question .sunken"));
    for (String key : List.of("Alt+n", "Alt+c")) {
      ivan.presses(key);
      ivan.types("写一句 · A line");
      ivan.presses("Enter");
      looks(ivan, "interviewer-" + key, ivan.page().locator(".bubble"));
    }
    looks(mei, "observer", mei.editor());
    chen.presses("Control+Enter");
    looks(chen, "submit", chen.page().getByRole(AriaRole.DIALOG));
    chen.page().locator("[data-autofocus]").click();
    looks(ivan, "scored", ivan.page().locator(".planitem .done"));

    chen.page().clock().install();
    chen.page().context().setOffline(true);
    chen.editor().click();
    chen.types("Too late.");
    chen.seesItsWork("waiting");
    // As long as a page waits for an acknowledgement before it says that it is offline.
    chen.page().clock().fastForward("00:05");
    chen.seesItsWork("offline");
    looks(chen, "offline", chen.page().locator(".banner"));
    ivan.page().locator(".roombar button.roomy").last().click();
    looks(ivan, "end", ivan.page().getByRole(AriaRole.DIALOG));
    ivan.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).last().click();
    looks(ivan, "ended", ivan.page().locator("a[href^='/reports/']"));
    chen.page().context().setOffline(false);
    looks(chen, "refused", chen.page().locator(".strandedtext"));
    eye.isContent();
  }

  /// The real report, as if scoring had failed, and as if a newer scorer had proposals.
  private static void disputed(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(
                route
                    .fetch()
                    .text()
                    .replace("\"failed\":false", "\"failed\":true")
                    .replace("\"proposals\":[]", "\"proposals\":[" + PROPOSAL + "]")));
  }

  private static WebSocketRoute.CloseOptions closed(int code) {
    return new WebSocketRoute.CloseOptions().setCode(code);
  }
}
