package dev.mockingbird.scoring.answer;

import dev.mockingbird.events.KeyPoint;
import dev.mockingbird.scoring.scorer.Submission;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Names for what was compared and for what came of it. Each part goes in with its length, so that
/// no two lists of parts read the same.
final class Digest {

  private static final int ID_BYTES = 16;
  private static final int RUBRIC_BYTES = 8;

  private Digest() {}

  /// Of a rubric: references, key points and weights.
  static String of(Submission submission) {
    List<String> parts = new ArrayList<>(submission.references());
    for (KeyPoint point : submission.keyPoints()) {
      parts.add(Integer.toString(point.weight()));
      parts.add(point.text());
    }
    return digest(parts, RUBRIC_BYTES);
  }

  /// Of an event.
  static String id(String... parts) {
    return digest(List.of(parts), ID_BYTES);
  }

  private static String digest(List<String> parts, int bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] text = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, text.length));
        digest.update(text);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
