package dev.mockingbird.interview.document;

import dev.mockingbird.interview.document.ChangeSet.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Updates in order, packed: as objects, those of a thousand documents would be most of what the
/// collector has to move. They are seldom asked for, since most edits are made on the newest
/// version.
///
/// Packed is, for each update, the number of its client in `clients`, the number of its sections,
/// and for each of these its length and 0, or the length of its text plus 1 and the text's units;
/// all as numbers of seven bits a byte, the lowest first, of which the last one's eighth bit is 0.
final class UpdateLog {

  private final List<String> clients = new ArrayList<>(2);
  private byte[] packed = new byte[64];
  private int end;
  private int[] starts = new int[8];
  private int[] inserted = new int[8];
  private int size;

  int size() {
    return size;
  }

  void add(Update update) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      inserted = Arrays.copyOf(inserted, 2 * size);
    }
    starts[size] = end;
    inserted[size] = update.changes().insertedLength();
    size++;
    put(clientNumber(update.client()));
    List<Section> sections = update.changes().sections();
    put(sections.size());
    for (Section section : sections) {
      put(section.length());
      String text = section.inserted();
      put(text == null ? 0 : text.length() + 1);
      for (int i = 0; text != null && i < text.length(); i++) {
        put(text.charAt(i));
      }
    }
  }

  private int clientNumber(String client) {
    int known = clients.indexOf(client);
    if (known >= 0) {
      return known;
    }
    clients.add(client);
    return clients.size() - 1;
  }

  private void put(int number) {
    if (end + 5 > packed.length) {
      packed = Arrays.copyOf(packed, 2 * packed.length);
    }
    int left = number;
    while (left > 0x7f) {
      packed[end++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    packed[end++] = (byte) left;
  }

  /// @param from index of the first one, to [#size()]
  List<Update> from(int from) {
    return between(from, size);
  }

  List<Update> between(int from, int to) {
    List<Update> updates = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      updates.add(new Unpacking(starts[i]).update());
    }
    return updates;
  }

  /// Reads one update.
  private final class Unpacking {
    private int at;

    Unpacking(int at) {
      this.at = at;
    }

    Update update() {
      String client = clients.get(next());
      int count = next();
      List<Section> sections = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        sections.add(section());
      }
      return new Update(client, new ChangeSet(sections));
    }

    private Section section() {
      int length = next();
      int text = next() - 1;
      if (text < 0) {
        return new Section(length, null);
      }
      char[] units = new char[text];
      for (int i = 0; i < text; i++) {
        units[i] = (char) next();
      }
      return new Section(length, new String(units));
    }

    private int next() {
      int number = 0;
      int shift = 0;
      while (packed[at] < 0) {
        number |= (packed[at++] & 0x7f) << shift;
        shift += 7;
      }
      return number | packed[at++] << shift;
    }
  }

  /// How many units the updates from an index on insert.
  long insertedFrom(int from) {
    long sum = 0;
    for (int i = from; i < size; i++) {
      sum += inserted[i];
    }
    return sum;
  }

  /// The same updates but for the first ones.
  UpdateLog without(int first) {
    UpdateLog rest = new UpdateLog();
    from(first).forEach(rest::add);
    return rest;
  }
}
