package dev.mockingbird.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The one secret of an installation: wraps data keys and signs what must not be forged.
public final class InstallationKey {

  private static final int BYTES = 32;

  private final SecretKey key;

  private InstallationKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "The installation key has " + bytes.length + " bytes; it must have 32, in Base64");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  public static InstallationKey of(byte[] bytes) {
    return new InstallationKey(bytes);
  }

  /// Reads 32 bytes in Base64.
  public static InstallationKey read(Path file) {
    try {
      return of(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException("The installation key cannot be read from " + file, e);
    }
  }

  SecretKey key() {
    return key;
  }

  /// A keyed digest (HMAC-SHA-256, URL-safe Base64 without padding) that only this installation can
  /// make. `purpose` keeps digests of different uses apart.
  public String digest(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
