package dev.mockingbird.search.bank.reading;

import dev.mockingbird.events.Language;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person told about a file: read again with it. The same bytes and the same choice give the
/// same reading.
///
/// @param shape one of [Reading#shapes]; absent when the file is to be understood by itself
/// @param roles by the first line of a block: what that block is
/// @param language of questions that do not tell their own
public record Choice(@Nullable String shape, Map<Integer, Role> roles, Language language) {

  public Choice {
    roles = Map.copyOf(roles);
  }

  /// Nobody said anything yet.
  public static Choice none(Language language) {
    return new Choice(null, Map.of(), language);
  }
}
