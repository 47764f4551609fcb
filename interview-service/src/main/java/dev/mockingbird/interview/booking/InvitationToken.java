package dev.mockingbird.interview.booking;

import dev.mockingbird.eventlog.InstallationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// The secret in an invitation link: `<interview>~<invitation>~<signature>`. Nothing of it is
/// stored; only this installation can make one.
///
/// @param interview the interview's id
/// @param invitation the invitation's id
record InvitationToken(String interview, String invitation) {

  private static final String PURPOSE = "invitation";

  String write(InstallationKey key) {
    return interview + "~" + invitation + "~" + signature(key);
  }

  /// Empty when the token is not one of ours.
  static Optional<InvitationToken> read(String token, InstallationKey key) {
    String[] parts = token.split("~", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    InvitationToken read = new InvitationToken(parts[0], parts[1]);
    return MessageDigest.isEqual(bytes(read.signature(key)), bytes(parts[2]))
        ? Optional.of(read)
        : Optional.empty();
  }

  private String signature(InstallationKey key) {
    return key.digest(PURPOSE, interview + "." + invitation);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
