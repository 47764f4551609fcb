package dev.mockingbird.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final URI HERE = URI.create("http://localhost:8080");
  private static final URI PUBLIC = URI.create("https://mock.example.org");
  private static final Map<String, String> CREDENTIALS =
      Map.of("GITHUB_CLIENT_ID", "id", "GITHUB_CLIENT_SECRET", "secret");

  @Test
  void demoPeopleSignInWhereThereAreNoCredentials() {
    assertThat(SignIn.choose(Map.of(), HERE)).isEqualTo(new SignIn.Demo());
  }

  @Test
  void noDemoWhereThereAreCredentials() {
    assertThat(SignIn.choose(CREDENTIALS, HERE)).isEqualTo(new SignIn.Github(CREDENTIALS));
  }

  @Test
  void noDemoAtAPublicAddress() {
    assertThat(SignIn.choose(Map.of(), PUBLIC)).isInstanceOf(SignIn.Impossible.class);
    assertThat(SignIn.choose(CREDENTIALS, PUBLIC)).isInstanceOf(SignIn.Github.class);
  }

  @Test
  void aHostThatOnlyLooksLikeThisMachineIsPublic() {
    assertThat(SignIn.choose(Map.of(), URI.create("http://localhost.example.org")))
        .isInstanceOf(SignIn.Impossible.class);
  }

  @Test
  void saysWhichHalfOfTheCredentialsIsMissing() {
    assertThat(SignIn.choose(Map.of("GITHUB_CLIENT_ID", "id"), HERE))
        .isInstanceOfSatisfying(
            SignIn.Impossible.class,
            it -> assertThat(it.sentence()).contains("needs GITHUB_CLIENT_SECRET as well"));
  }
}
