package dev.mockingbird.search.bank.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words of a piece, with its one marker taken off.
///
/// @param text without marker, as plain text
/// @param number that the piece carries, in its marker or as entry of a list
/// @param style how the number or label is written, such as `1、`, `(1)` or `Q`; empty without one
/// @param bold all of its words are emphasised
/// @param opening the emphasised words it begins with, the marker taken off
/// @param unlinked what stands in no link
record Said(
    String text,
    @Nullable Integer number,
    String style,
    boolean bold,
    String opening,
    String unlinked,
    List<String> links,
    int pictures) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  private static final Pattern NO_WORD = Pattern.compile("^[^\\p{L}]++|[^\\p{L}\\p{N}]++");

  private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s<>]++");

  static final Said NOTHING = new Said("", null, "", false, "", "", List.of(), 0);

  static Said of(String markdown, Marker.Place place, @Nullable Integer listNumber) {
    Inline inline = Inline.of(markdown);
    Optional<Marker> marker = Marker.of(inline.text(), place);
    String text = marker.map(it -> it.rest(inline.text())).orElse(inline.text());
    String outside =
        Marker.of(inline.plain(), place).map(it -> it.rest(inline.plain())).orElse(inline.plain());
    return new Said(
        Wording.trimmed(text.isEmpty() && lone(marker) ? inline.text() : text),
        marker.map(Marker::number).filter(it -> it >= 0).orElse(listNumber),
        marker.map(Marker::style).orElse(""),
        hasWords(text) && !hasWords(outside),
        Marker.of(inline.opening(), place)
            .map(it -> it.rest(inline.opening()))
            .orElse(inline.opening()),
        withoutMarker(ADDRESS.matcher(inline.unlinked()).replaceAll(""), place),
        links(inline),
        inline.pictures());
  }

  private static String withoutMarker(String text, Marker.Place place) {
    return Marker.of(text, place).map(it -> it.rest(text)).orElse(text);
  }

  /// An address that is written out is a link as well.
  private static List<String> links(Inline inline) {
    if (!inline.unlinked().contains("http")) {
      return inline.links();
    }
    return Stream.concat(
            inline.links().stream(),
            ADDRESS.matcher(inline.unlinked()).results().map(MatchResult::group))
        .toList();
  }

  /// Nothing but the word question.
  private static boolean lone(Optional<Marker> marker) {
    return marker.filter(it -> it.style().equals(Marker.LONE)).isPresent();
  }

  boolean isEmpty() {
    return !hasWords(text) && pictures == 0;
  }

  /// Nothing but links.
  boolean onlyLinks() {
    return !links.isEmpty() && !hasWords(unlinked);
  }

  /// Nothing but links to places in the file itself.
  boolean pointsInside() {
    return onlyLinks() && links.stream().allMatch(link -> link.startsWith("#"));
  }

  /// Only its letters and digits, without a number in front, to tell whether two say the same.
  String bare() {
    return bare(text);
  }

  static String bare(String text) {
    return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  static boolean hasWords(String text) {
    Matcher word = WORD.matcher(text);
    return word.find();
  }
}
