package dev.mockingbird.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/// Plain commands to Redis, without any client library.
final class Redis implements AutoCloseable {

  private static final int PAGE = 2_000;

  private final Socket socket;
  private final InputStream in;

  Redis(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  JournalCopy journal(String room, int shards) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(room.getBytes(StandardCharsets.UTF_8));
    String prefix = "{s" + crc.getValue() % shards + "}:room:" + room;
    List<JournalCopy.Line> lines = new ArrayList<>();
    String from = "-";
    int got;
    do {
      List<?> page =
          (List<?>)
              command("XRANGE", prefix + ":journal", from, "+", "COUNT", Integer.toString(PAGE));
      for (Object entry : page) {
        List<?> pair = (List<?>) entry;
        lines.add(new JournalCopy.Line((String) pair.get(0), map((List<?>) pair.get(1))));
      }
      got = page.size();
      from = got == 0 ? from : "(" + lines.getLast().id();
    } while (got == PAGE);
    return new JournalCopy(room, lines, map((List<?>) command("HGETALL", prefix + ":head")));
  }

  /// Facts in the outboxes.
  long waitingFacts(int shards) {
    try {
      long all = 0;
      for (int shard = 0; shard < shards; shard++) {
        all += (Long) command("XLEN", "{s" + shard + "}:outbox");
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> map(List<?> flat) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      map.put((String) flat.get(i), (String) flat.get(i + 1));
    }
    return map;
  }

  Object command(String... words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.UTF_8));
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.writeBytes(bytes);
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    socket.getOutputStream().write(out.toByteArray());
    return reply();
  }

  private Object reply() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.parseLong(rest);
      case '$' -> {
        int length = Integer.parseInt(rest);
        if (length < 0) {
          yield "";
        }
        byte[] bytes = in.readNBytes(length);
        line();
        yield new String(bytes, StandardCharsets.UTF_8);
      }
      case '*' -> {
        int count = Integer.parseInt(rest);
        List<Object> all = new ArrayList<>(Math.max(0, count));
        for (int i = 0; i < count; i++) {
          all.add(reply());
        }
        yield all;
      }
      default -> throw new IOException("Redis answered " + line);
    };
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next;
    while ((next = in.read()) != '\r') {
      if (next < 0) {
        throw new IOException("Redis hung up");
      }
      line.write(next);
    }
    in.read();
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
