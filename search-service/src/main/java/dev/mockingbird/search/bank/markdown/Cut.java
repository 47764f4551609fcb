package dev.mockingbird.search.bank.markdown;

import dev.mockingbird.search.bank.reading.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Cuts parts of a question out of the source, as Markdown and as lines.
record Cut(Prepared prepared) {

  /// The lines of the parts; neighbours are one run.
  List<Lines> lines(List<Part> parts) {
    List<Lines> lines = new ArrayList<>();
    for (Part part : parts) {
      Lines next = part.piece().lines();
      if (!lines.isEmpty() && onlyBlank(lines.getLast().to() + 1, next.from() - 1)) {
        lines.add(lines.removeLast().upTo(next));
      } else {
        lines.add(next);
      }
    }
    return lines;
  }

  private boolean onlyBlank(int from, int to) {
    for (int line = from; line <= to; line++) {
      if (!prepared.lines().get(line - 1).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /// Neighbours are sliced as one, with the empty lines between them.
  String markdown(List<Part> parts) {
    List<Lines> runs = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Part part : parts) {
      Piece piece = part.piece();
      if (part.label() == Label.Part.REFERENCE || part.label() == Label.Part.BODY) {
        flush(runs, texts);
        if (!part.inline().isEmpty()) {
          texts.add(part.inline());
        }
        continue;
      }
      if (prepared.lines().get(piece.line() - 1).isBlank()) {
        flush(runs, texts);
        texts.add(piece.markdown());
        continue;
      }
      if (!runs.isEmpty() && onlyBlank(runs.getLast().to() + 1, piece.lines().from() - 1)) {
        runs.add(runs.removeLast().upTo(piece.lines()));
      } else {
        runs.add(piece.lines());
      }
    }
    flush(runs, texts);
    return texts.stream().filter(it -> !it.isBlank()).collect(Collectors.joining("\n\n"));
  }

  private void flush(List<Lines> runs, List<String> texts) {
    runs.forEach(run -> texts.add(Slice.of(prepared.lines(), run)));
    runs.clear();
  }
}
