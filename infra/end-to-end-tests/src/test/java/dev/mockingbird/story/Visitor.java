package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person at one browser: what they look at, and what they arrange before a story begins.
///
/// @param sessions cookies of those who signed in already, by login
record Visitor(String url, Page page, Map<String, List<Cookie>> sessions) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Takes up the person's session, or goes to the sign-in and chooses one of the demo people.
  Visitor signedInAs(String login) {
    page.context().addCookies(sessions.getOrDefault(login, List.of()));
    if (page.request().get(url + "/api/me").ok()) {
      return this;
    }
    page.context().clearCookies();
    page.navigate(url + "/oauth2/authorization/github?returnTo=%2F");
    page.locator("button[value=" + login + "]").click();
    assertThat(page.locator("h1:not(.unseen)")).isVisible();
    sessions.put(login, page.context().cookies(url));
    return this;
  }

  void opens(String path) {
    page.navigate(url + path);
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  Locator link(String name) {
    return page.getByRole(
        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  Locator heading(String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  Locator editor() {
    return page.locator(".cm-content");
  }

  void types(String text) {
    page.keyboard().type(text);
  }

  void presses(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /// Waits for the room's mark: saved, waiting, offline.
  void seesItsWork(String mark) {
    assertThat(page.locator("[data-saved=" + mark + "]")).isVisible();
  }

  /// Chooses the language of the app as the settings do.
  void speaks(String language) {
    page.evaluate("language => localStorage.setItem('mockingbird.language', language)", language);
  }

  /// Books an interview with the first questions that `words` find.
  ///
  /// @return its id
  String books(String title, String words, int questions) {
    List<String> ids =
        call("GET", "/api/questions?size=" + questions + "&q=" + encoded(words), null)
            .get("items")
            .valueStream()
            .map(question -> question.get("id").asString())
            .toList();
    return call(
            "POST",
            "/api/interviews",
            Map.of("title", title, "language", "zh", "plannedMinutes", 45, "questions", ids))
        .get("id")
        .asString();
  }

  /// @param capability ANSWER, OBSERVE, INTERVIEW
  JsonNode invites(String interview, String capability, String login) {
    return call(
        "POST",
        "/api/interviews/" + interview + "/invitations",
        Map.of("capability", capability, "login", login, "expiresInHours", 1));
  }

  void accepts(JsonNode invitation) {
    String link = invitation.get("link").asString();
    call(
        "POST",
        "/api/invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance",
        Map.of());
  }

  JsonNode call(String method, String path, @Nullable Object body) {
    RequestOptions options =
        RequestOptions.create()
            .setMethod(method)
            .setHeader("Idempotency-Key", UUID.randomUUID().toString())
            .setHeader("X-XSRF-TOKEN", xsrfToken());
    if (body != null) {
      options.setData(body);
    }
    APIResponse response = page.request().fetch(url + path, options);
    assertThat(response.status()).as("%s %s: %s", method, path, response.text()).isLessThan(300);
    return response.status() == 204 ? JSON.createObjectNode() : JSON.readTree(response.text());
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private String xsrfToken() {
    return page.context().cookies(url).stream()
        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
        .map((Cookie cookie) -> cookie.value)
        .findFirst()
        .orElse("");
  }
}
