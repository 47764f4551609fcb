package dev.mockingbird.gateway.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mockingbird.gateway.problem.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

  private final Vault vault = new Vault(key(1), new SecureRandom());

  @Test
  void opensWhatItSealed() {
    String sealed = vault.seal("keys", "secret".getBytes(UTF_8));

    assertThat(vault.open("keys", sealed)).asString(UTF_8).isEqualTo("secret");
    assertThat(vault.seal("keys", "secret".getBytes(UTF_8))).isNotEqualTo(sealed);
  }

  @Test
  void opensNothingForAnotherPurposeOrWithAnotherKey() {
    String sealed = vault.seal("keys", "secret".getBytes(UTF_8));

    assertThatThrownBy(() -> vault.open("answers", sealed)).hasMessageContaining("answers");
    assertThatThrownBy(() -> new Vault(key(2), new SecureRandom()).open("keys", sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void opensNothingThatWasChanged() {
    byte[] sealed = Base64.getDecoder().decode(vault.seal("keys", "secret".getBytes(UTF_8)));
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> vault.open("keys", Base64.getEncoder().encodeToString(sealed)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void namesTheFileThatHoldsNoKey(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("short.key"), "AAAA");

    assertThatThrownBy(() -> Vault.of(file))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("short.key")
        .hasMessageContaining("3 bytes");
    assertThatThrownBy(() -> Vault.of(folder.resolve("none.key")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("none.key");
  }

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return key;
  }
}
