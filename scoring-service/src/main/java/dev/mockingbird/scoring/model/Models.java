package dev.mockingbird.scoring.model;

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

/// The models on the class path: a file and its tokenizer for each language.
public final class Models {

  private Models() {}

  static String file(Language language) {
    return name(language) + ".onnx";
  }

  static String tokenizer(Language language) {
    return name(language) + "-tokenizer.json";
  }

  private static String name(Language language) {
    return switch (language) {
      case ENGLISH -> "all-minilm-l6-v2-q";
      case CHINESE -> "bge-small-zh-v1.5-q";
    };
  }

  /// SHA-256 of each language's model.
  public static Map<Language, String> hashes() {
    Map<Language, String> hashes = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      hashes.put(language, hash("/" + file(language)));
    }
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
