package dev.mockingbird.interview.document;

import dev.mockingbird.interview.document.ChangeSet.Section;
import java.util.ArrayList;
import java.util.List;

/// CodeMirror's JSON form of a change set.
final class ChangeSetJson {

  private ChangeSetJson() {}

  static ChangeSet read(List<Object> json) {
    List<Section> sections = new ArrayList<>(json.size());
    for (Object part : json) {
      sections.add(
          switch (part) {
            case Integer kept -> new Section(length(kept), null);
            case List<?> replaced -> replacement(replaced);
            case null, default ->
                throw new MalformedChangeException("A change is numbers and lists");
          });
    }
    return new ChangeSet(sections);
  }

  static List<Object> write(List<Section> sections) {
    List<Object> json = new ArrayList<>(sections.size());
    for (Section section : sections) {
      String inserted = section.inserted();
      if (inserted == null) {
        json.add(section.length());
      } else {
        List<Object> replaced = new ArrayList<>();
        replaced.add(section.length());
        if (!inserted.isEmpty()) {
          replaced.addAll(List.of(inserted.split("\n", -1)));
        }
        json.add(replaced);
      }
    }
    return json;
  }

  private static Section replacement(List<?> replaced) {
    if (replaced.isEmpty() || !(replaced.getFirst() instanceof Integer deleted)) {
      throw new MalformedChangeException("A replacement begins with the number of deleted units");
    }
    List<String> lines = new ArrayList<>(replaced.size());
    for (Object line : replaced.subList(1, replaced.size())) {
      if (!(line instanceof String text) || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
        throw new MalformedChangeException("A replacement's lines are texts without line breaks");
      }
      lines.add(text);
    }
    return new Section(length(deleted), String.join("\n", lines));
  }

  private static int length(int units) {
    if (units < 0) {
      throw new MalformedChangeException("A length is not negative");
    }
    return units;
  }
}
