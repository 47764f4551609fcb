package dev.mockingbird.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Code runs in the browser of whoever runs it, reaches nothing there, ends, and everybody in the
/// room sees what it said.
@ExtendWith(InBrowser.class)
class CodeRunStory {

  /// Tries every way out of a worker that a browser has; prints the ones that are open.
  private static final String ATTEMPTS =
      """
      const site = '%s';
      const answered = (it) => new Promise((yes, no) => Object.assign(it, { onload: yes, onopen: yes, onmessage: yes, onsuccess: yes, onerror: no }));
      const attempts = {
        api: () => fetch(site + '/api/me?by=code', { credentials: 'include' }),
        blind: () => fetch(site + '/api/me?by=code', { mode: 'no-cors' }),
        elsewhere: () => fetch('https://example.com/', { mode: 'no-cors' }),
        xhr: () => { const it = new XMLHttpRequest(); it.open('GET', site + '/api/me?by=code'); it.send(); return answered(it); },
        socket: () => answered(new WebSocket(site.replace('http', 'ws') + '/ws/rooms/any?by=code')),
        events: () => answered(new EventSource(site + '/api/me?by=code')),
        transport: () => new WebTransport(site).ready,
        script: () => importScripts(site + '/assets/any.js?by=code'),
        foreignScript: () => importScripts('https://example.com/any.js'),
        module: () => import(site + '/assets/any.js?by=code'),
        worker: () => answered(new Worker(site + '/assets/any.js?by=code')),
        image: () => { const it = new Image(); it.src = site + '/mockingbird.svg?by=code'; return answered(it); },
        beacon: () => { if (!navigator.sendBeacon(site + '/api/me?by=code')) throw 'refused'; },
        indexedDB: () => answered(indexedDB.open('mockingbird')),
        caches: () => caches.keys(),
        storage: () => localStorage.length,
        cookies: () => document.cookie,
        cookieStore: () => cookieStore.getAll(),
        serviceWorker: () => navigator.serviceWorker.getRegistrations(),
        page: () => parent.document.body,
        top: () => top.location.href,
        message: () => postMessage('out'),
        evaluation: () => eval('1'),
      };
      const open = [];
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await Promise.race([attempt(), new Promise((_, no) => setTimeout(no, 1000))]);
          open.push(name);
        } catch {}
      }
      new BroadcastChannel('room').postMessage('out');
      console.log(self.origin, 'reaches', open.join(' ') || 'nothing');""";

  private static final String ATTEMPTS_OF_PYTHON =
      """
      import asyncio, js, sys, urllib.request
      reached = []
      async def attempt(name, way):
          try:
              found = way()
              if hasattr(found, "then"):
                  await found
              reached.append(name)
          except BaseException:
              pass
      await attempt("fetch", lambda: js.fetch("%1$s/api/me?by=code"))
      await attempt("urllib", lambda: urllib.request.urlopen("%1$s/api/me?by=code"))
      await attempt("storage", lambda: js.localStorage.length)
      await attempt("page", lambda: js.document.title)
      await attempt("message", lambda: js.postMessage("out"))
      await attempt("database", lambda: js.indexedDB.open("mockingbird"))
      print("Python reaches", reached or "nothing", sum(range(10)))
      async def later():
          await asyncio.sleep(0.01)
          print(sys.stdin.readline())
      asyncio.ensure_future(later())""";

  private static final String LISTENING =
      """
      () => {
        window.heard = [];
        new BroadcastChannel('room').onmessage = ({ data }) => window.heard.push(data);
        addEventListener('message', ({ data }) => window.heard.push(data));
      }""";

  @Test
  void codeReachesNothingAndEverybodySeesWhatItSaid(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    Visitor chen = room.chen();
    chen.page().evaluate(LISTENING);
    Queue<String> answers = new ConcurrentLinkedQueue<>();

    choose(room, "javascript");
    chen.page().onResponse(response -> answers.add(path(response)));
    runs(chen, ATTEMPTS.formatted(browser.url()));
    for (Visitor each : List.of(chen, room.ivan())) {
      assertThat(output(each)).containsText("null reaches nothing");
      assertThat(ran(each)).containsText("Finished");
      assertThat(ran(each)).containsText("as reported by 陈晨 Chen’s browser");
    }
    runs(chen, "console.log('left'); setInterval(() => {}, 1000); self.close();");
    assertThat(output(room.ivan())).hasText("left");
    assertThat(ran(room.ivan())).containsText("Finished");
    assertThat(answers).as("Python, before it is run").noneMatch(path -> path.contains("pyodide"));

    choose(room, "python");
    runs(chen, ATTEMPTS_OF_PYTHON.formatted(browser.url()));
    assertThat(output(room.ivan())).containsText("Python reaches nothing 45");
    assertThat(output(room.ivan())).containsText("EOFError: Nobody can type while the code runs");
    assertThat(answers)
        .as("what the server answered")
        .contains("/run/sandbox.html", "/run/frame.js", "/run/worker.js")
        .noneMatch(path -> path.contains("by=code"));
    assertThat(chen.page().evaluate("window.heard")).isEqualTo(List.of());
  }

  @Test
  void anEndlessLoopIsStoppedWhileThePageGoesOn(Browser browser) {
    OpenRoom room = OpenRoom.at(browser);
    Visitor chen = room.chen();
    chen.page().clock().install();
    choose(room, "javascript");

    runs(chen, "console.log('before');\nfor (;;);");
    assertThat(output(chen)).hasText("before");
    chen.presses("Enter");
    chen.types("// still here");
    chen.seesItsWork("saved");
    assertThat(room.ivan().editor()).containsText("// still here");
    chen.button("Stop").click();
    assertThat(ran(room.ivan())).containsText("Stopped");
    assertThat(output(room.ivan())).hasText("before");

    runs(chen, "for (;;) console.log('x'.repeat(99));");
    assertThat(output(chen)).containsText("xxx");
    chen.page().clock().fastForward(10_000);
    assertThat(ran(room.ivan())).containsText("Stopped");
    assertThat(room.ivan().page().getByText("Only the first 16,000 characters")).isVisible();
  }

  private static void choose(OpenRoom room, String language) {
    room.chen().presses("Alt+l");
    assertThat(room.chen().page().locator("#language")).isFocused();
    room.chen().page().locator("#language").selectOption(language);
    for (Visitor each : List.of(room.chen(), room.ivan())) {
      assertThat(each.page().locator(".editor[data-language=" + language + "]")).isVisible();
    }
  }

  private static void runs(Visitor visitor, String code) {
    visitor.editor().click();
    visitor.presses("Control+a");
    visitor.page().keyboard().insertText(code);
    visitor.presses("Alt+x");
  }

  private static Locator output(Visitor visitor) {
    return visitor.page().locator(".runs .output").first();
  }

  private static Locator ran(Visitor visitor) {
    return visitor.page().locator(".runs .runhead").first();
  }

  private static String path(Response response) {
    return response.url().replaceFirst("^https?://[^/]+", "");
  }
}
