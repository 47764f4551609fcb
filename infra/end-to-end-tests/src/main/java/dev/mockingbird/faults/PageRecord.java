package dev.mockingbird.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one page said, was answered and was shown, in the order in which that happened. Nothing is
/// ever taken back.
final class PageRecord {

  /// A command; sent again, it keeps its number and marks.
  record Sent(long n, String kind, List<String> marks) {}

  sealed interface Told {}

  /// @param sequence where the journal was when the command was on disk
  record Acknowledged(long n, long sequence) implements Told {}

  record Refused(long n, String code) implements Told {}

  /// An entry of the journal.
  ///
  /// @param content see [Entries#content]
  record Shown(String epoch, long sequence, String content) implements Told {}

  /// @param texts of the documents, by id
  record Welcomed(String epoch, long sequence, Map<String, Text> texts) implements Told {}

  record Moved(long sequence) implements Told {}

  record Text(int version, String text) {}

  private final String page;
  private final String person;
  private final Map<Long, Sent> sent = new LinkedHashMap<>();
  private final List<Told> told = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();
  private Map<String, Text> last = Map.of();
  private volatile boolean reading = true;

  PageRecord(String page, String person) {
    this.page = page;
    this.person = person;
  }

  void sent(long n, String kind, List<String> marks) {
    sent.put(n, new Sent(n, kind, List.copyOf(marks)));
  }

  void told(Told what) {
    told.add(what);
  }

  /// Something that no well-behaved service does to a well-behaved page.
  void odd(String sentence) {
    oddities.add(sentence);
  }

  /// The texts the page ends with.
  void ends(Map<String, Text> texts) {
    last = Map.copyOf(texts);
  }

  /// The page does not read to the end: it need not have seen everything.
  void stoppedReading() {
    reading = false;
  }

  String page() {
    return page;
  }

  String person() {
    return person;
  }

  List<Sent> sent() {
    return List.copyOf(sent.values());
  }

  List<Told> told() {
    return told;
  }

  List<String> oddities() {
    return oddities;
  }

  Map<String, Text> last() {
    return last;
  }

  boolean reads() {
    return reading;
  }
}
