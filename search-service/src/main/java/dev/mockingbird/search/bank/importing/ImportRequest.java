package dev.mockingbird.search.bank.importing;

import dev.mockingbird.events.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person says about an upload.
///
/// @param source name of the list; keys are unique within it, and its next import is compared with
///   this one
/// @param language of questions that do not tell their own
/// @param generation of the preview that is to be applied; absent when the bank as it is will do
/// @param files by name
/// @param items by key
/// @param retire questions that the list no longer has
/// @param profile absent when the list's requirements are not to be kept
record ImportRequest(
    String source,
    Language language,
    @Nullable Long generation,
    Map<String, FileChoice> files,
    Map<String, ItemChoice> items,
    List<String> retire,
    @Nullable ProfileChoice profile) {

  ImportRequest {
    source = Objects.requireNonNullElse(source, "");
    language = Objects.requireNonNullElse(language, Language.CHINESE);
    files = sorted(files);
    items = sorted(items);
    retire = retire == null ? List.of() : retire.stream().filter(Objects::nonNull).toList();
  }

  record ProfileChoice(String title) {

    ProfileChoice {
      title = Objects.requireNonNullElse(title, "").strip();
    }
  }

  /// Whatever a list says, without a word from anybody.
  static ImportRequest of(String source, Language language) {
    return new ImportRequest(source, language, null, Map.of(), Map.of(), List.of(), null);
  }

  ItemChoice item(String key) {
    return items.getOrDefault(key, ItemChoice.NONE);
  }

  /// The same for equal requests, whichever preview they saw.
  ImportRequest asked() {
    return new ImportRequest(source, language, null, files, items, retire, profile);
  }

  private static <T> Map<String, T> sorted(@Nullable Map<String, T> choices) {
    Map<String, T> sorted = new TreeMap<>();
    if (choices != null) {
      choices.forEach(
          (key, choice) -> {
            if (choice != null) {
              sorted.put(key, choice);
            }
          });
    }
    return sorted;
  }
}
