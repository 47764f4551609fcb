package dev.mockingbird.eventlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-GCM whose nonce is derived from key, context and text, so that encrypting the same again
/// gives the same bytes: repeats on a topic stay byte-identical. What it gives away is that two
/// equal texts in the same place of the same interview are equal.
public final class TextCipher {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private TextCipher() {}

  /// @param context authenticated with the text; decryption needs the same
  public static String encrypt(SecretKey key, String context, byte[] text) {
    try {
      byte[] nonce = nonce(key, context, text);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(text);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /// @throws GeneralSecurityException when key or context differ, or the text was tampered with
  public static byte[] decrypt(SecretKey key, String context, String encrypted)
      throws GeneralSecurityException {
    byte[] all = Base64.getDecoder().decode(encrypted);
    if (all.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new GeneralSecurityException("The encrypted text is cut short");
    }
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
        .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] nonce(SecretKey key, String context, byte[] text)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
    mac.update(context.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return Arrays.copyOf(mac.doFinal(text), NONCE_BYTES);
  }
}
