package dev.mockingbird.stack.github;

import java.util.Arrays;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/// The page where a visitor chooses whom to be; a form of buttons, no script.
final class SignInPage {

  private SignInPage() {}

  static String html(Query request, String nonce) {
    String kept =
        request.parameters().entrySet().stream()
            .map(SignInPage::hidden)
            .collect(Collectors.joining("\n      "));
    String buttons =
        Arrays.stream(DemoPerson.values())
            .map(SignInPage::button)
            .collect(Collectors.joining("\n      "));
    return PAGE.replace("{nonce}", nonce).replace("{buttons}", buttons).replace("{kept}", kept);
  }

  private static String hidden(Entry<String, String> parameter) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
        .formatted(escape(parameter.getKey()), escape(parameter.getValue()));
  }

  private static String button(DemoPerson person) {
    return """
        <button name="login" value="%s"><strong>%s</strong> <span>%s · <span lang="zh">%s</span></span></button>"""
        .formatted(person.login(), person.displayName(), person.role(), person.roleInChinese());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Demo sign-in – not GitHub</title>
      <style nonce="{nonce}">
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center;
               background: light-dark(#f4f5f7, #14161a); color: light-dark(#1b1d21, #eceef1); }
        main { width: min(26rem, calc(100vw - 3rem)); padding: 2rem 0; }
        .mark { display: inline-block; padding: .2rem .7rem; border-radius: 1rem; font-weight: 600;
                background: light-dark(#ffe9a8, #5a4300); color: light-dark(#4a3600, #ffe9a8); }
        h1 { font-size: 1.6rem; margin: 1rem 0 .2rem; }
        p { margin: 0 0 1rem; color: light-dark(#4b5058, #b4bac4); }
        form { display: grid; gap: .7rem; }
        button { font: inherit; text-align: left; padding: .8rem 1rem; border-radius: .6rem; cursor: pointer;
                 display: flex; justify-content: space-between; gap: 1rem; color: inherit;
                 background: light-dark(#fff, #1f2329); border: 1px solid light-dark(#8a919c, #6d7580); }
        button:hover { border-color: light-dark(#2456c8, #8ab0ff); }
        button:focus-visible { outline: 3px solid light-dark(#2456c8, #8ab0ff); outline-offset: 2px; }
      </style>
      </head>
      <body>
      <main>
        <div class="mark">Demo sign-in – not GitHub · <span lang="zh">演示登录，并非 GitHub</span></div>
        <h1>Who are you today?</h1>
        <p><span lang="zh">今天你是谁？</span> No password: these people exist on this machine only. <span lang="zh">无需密码，仅在本机有效。</span></p>
        <form method="post" action="/login/oauth/authorize">
          {kept}
          {buttons}
        </form>
      </main>
      </body>
      </html>
      """;
}
