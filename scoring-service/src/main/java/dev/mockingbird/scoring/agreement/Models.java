package dev.mockingbird.scoring.agreement;

import dev.mockingbird.events.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/// Which models are on the class path.
public final class Models {

  private Models() {}

  /// SHA-256 of each language's model.
  public static Map<Language, String> hashes() {
    Map<Language, String> hashes = new EnumMap<>(Language.class);
    hashes.put(Language.CHINESE, hash("/bge-small-zh-v1.5-q.onnx"));
    hashes.put(Language.ENGLISH, hash("/all-minilm-l6-v2-q.onnx"));
    return hashes;
  }

  private static String hash(String resource) {
    try (InputStream model = Models.class.getResourceAsStream(resource)) {
      if (model == null) {
        return "none";
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(model, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
