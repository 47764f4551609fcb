package dev.mockingbird.search.bank.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// What a person says about one item.
///
/// @param include false leaves it out
/// @param split its question sentences become questions of their own; absent: as the list's last
///   import did it
/// @param match id of the question that it is, or [#NEW]
record ItemChoice(
    @Nullable Boolean include,
    @Nullable Boolean split,
    @Nullable ItemEdit edit,
    @Nullable Conflict conflict,
    @Nullable String match) {

  static final String NEW = "new";
  static final ItemChoice NONE = new ItemChoice(null, null, null, null, null);

  enum Conflict {
    @JsonProperty("keep-bank")
    KEEP_BANK,
    @JsonProperty("take-file")
    TAKE_FILE
  }

  boolean included() {
    return include == null || include;
  }

  boolean isNew() {
    return NEW.equals(match);
  }

  boolean takesFile() {
    return conflict == Conflict.TAKE_FILE;
  }
}
