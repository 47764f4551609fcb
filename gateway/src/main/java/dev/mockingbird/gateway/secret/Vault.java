package dev.mockingbird.gateway.secret;

import dev.mockingbird.gateway.problem.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Seals what lies in Redis so that only this installation reads it: AES-256-GCM under a key
/// derived (HKDF-SHA-256) from the installation key. A sealed text is Base64 of nonce (12 bytes),
/// ciphertext and tag (16 bytes); it opens only for the purpose it was sealed for.
public final class Vault {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecretKey key;
  private final SecureRandom random;

  Vault(byte[] installationKey, SecureRandom random) {
    if (installationKey.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "The installation key has "
              + installationKey.length
              + " bytes; it must have 32, in Base64");
    }
    this.random = random;
    try {
      this.key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "AES",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(installationKey)
                      .thenExpand(
                          "mockingbird gateway".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param file 32 bytes in Base64
  static Vault of(Path file) {
    try {
      return new Vault(
          Base64.getDecoder().decode(Files.readString(file).strip()), new SecureRandom());
    } catch (IOException | IllegalArgumentException e) {
      throw new StartRefused(
          "The installation key cannot be read from " + file + ": " + e.getMessage());
    }
  }

  public String seal(String purpose, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce, secret);
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
  }

  public byte[] open(String purpose, String sealed) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    byte[] secret = new byte[bytes.remaining()];
    bytes.get(secret);
    return cipher(Cipher.DECRYPT_MODE, purpose, nonce, secret);
  }

  private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "This was not sealed with this installation's key for " + purpose, e);
    }
  }
}
