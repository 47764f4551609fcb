package dev.mockingbird.scoring.trial;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// The lines of a stream that may never end, one at a time and in bounded memory. Blank lines are
/// counted and left out, and so is a byte order mark at the beginning; a line ends with LF or CR
/// LF.
public final class Lines implements Closeable {

  static final int LONGEST = 4_000_000;

  private final InputStream in;
  private final byte[] buffer = new byte[65_536];
  private int at;
  private int end;
  private long number;

  public Lines(InputStream in) {
    this.in = in;
  }

  /// Empty at the end of the stream.
  public Optional<Line> next() throws IOException {
    while (true) {
      if (at == end && !fill()) {
        return Optional.empty();
      }
      Line line = read();
      if (!isBlank(line.bytes())) {
        return Optional.of(line);
      }
    }
  }

  private Line read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean whole = true;
    boolean ended = false;
    while (!ended && (at < end || fill())) {
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      ended = stop < end;
      whole &= line.size() + stop - at <= LONGEST;
      if (whole) {
        line.write(buffer, at, stop - at);
      }
      at = ended ? stop + 1 : stop;
    }
    number++;
    return new Line(
        number, number == 1 ? withoutMark(line.toByteArray()) : line.toByteArray(), whole);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private static byte[] withoutMark(byte[] line) {
    boolean marked =
        line.length >= 3
            && line[0] == (byte) 0xEF
            && line[1] == (byte) 0xBB
            && line[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
