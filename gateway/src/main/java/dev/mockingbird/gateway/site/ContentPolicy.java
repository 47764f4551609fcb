package dev.mockingbird.gateway.site;

import dev.mockingbird.gateway.github.GitHubSettings;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The Content-Security-Policy: nothing inline without this response's nonce, nothing from
/// elsewhere but the pictures of GitHub's people.
@Component
class ContentPolicy {

  private final String sandbox;
  private final String images;
  private final String sockets;
  private final String gitHub;

  ContentPolicy(PublicUrl site, GitHubSettings gitHub) {
    Set<String> pictures = new LinkedHashSet<>(List.of("https://avatars.githubusercontent.com"));
    for (URI home : List.of(gitHub.web(), gitHub.apiBase())) {
      pictures.add(PublicUrl.originOf(home));
    }
    this.sandbox =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src %s %s blob: 'wasm-unsafe-eval'"
                .formatted(site.resolve("/run/frame.js"), site.resolve("/run/worker.js")),
            "worker-src blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
            "sandbox allow-scripts");
    this.images = String.join(" ", pictures);
    this.sockets = site.socketOrigin();
    this.gitHub = PublicUrl.originOf(gitHub.web());
  }

  /// The policy of the document in which candidates' code runs: no origin, and nothing to reach. A
  /// worker has the policy of the document that started it.
  String ofSandbox() {
    return sandbox;
  }

  String with(String nonce) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self' 'nonce-" + nonce + "'",
        "style-src 'self' 'nonce-" + nonce + "'",
        "img-src 'self' data: " + images,
        "font-src 'self'",
        "connect-src 'self' " + sockets,
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        // A sign-in form ends at GitHub: browsers apply this to the redirect too.
        "form-action 'self' " + gitHub,
        "frame-ancestors 'none'");
  }
}
