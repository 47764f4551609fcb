package dev.mockingbird.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PublicUrlTest {

  @Test
  void writesItsOriginAsBrowsersDo() {
    assertThat(site("https://Interviews.Example:443/").origin())
        .isEqualTo("https://interviews.example");
    assertThat(site("http://localhost:8080").origin()).isEqualTo("http://localhost:8080");
    assertThat(site("https://a.example:8443").socketOrigin()).isEqualTo("wss://a.example:8443");
  }

  @Test
  void knowsItsOwnOriginExactly() {
    PublicUrl site = site("http://localhost:8080");

    assertThat(site.isOurs("http://localhost:8080")).isTrue();
    assertThat(site.isOurs("https://localhost:8080")).isFalse();
    assertThat(site.isOurs("http://localhost:80800")).isFalse();
    assertThat(site.isOurs("http://localhost")).isFalse();
    assertThat(site.isOurs("http://127.0.0.1:8080")).isFalse();
    assertThat(site.isOurs("null")).isFalse();
  }

  @Test
  void refusesAnAddressThatIsNoWebSite() {
    assertThatThrownBy(() -> site("localhost:8080")).hasMessageContaining("MOCKINGBIRD_PUBLIC_URL");
    assertThatThrownBy(() -> site("ftp://a.example")).hasMessageContaining("http or https");
  }

  private static PublicUrl site(String url) {
    return new PublicUrl(URI.create(url));
  }
}
