package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A socket.io server (Engine.IO 4, WebSocket only) that lets a socket `join` a room, answers
/// `joined`, and passes `u` on to the others there.
public final class SocketIoDialect implements Dialect {

  private static final Scan.Key VERSION = Scan.Key.number("version");
  private static final Scan.Key JOINED = Scan.Key.of("\"joined\"");

  private final int port;

  public SocketIoDialect(int port) {
    this.port = port;
  }

  @Override
  public Handshake handshake(int room, Role role) {
    return new Handshake(port, "/socket.io/?EIO=4&transport=websocket", List.of());
  }

  @Override
  public void opened(Seat seat) {}

  @Override
  public void heard(Seat seat, ByteBuf text) {
    switch ((char) text.getByte(text.readerIndex())) {
      case '0' -> seat.say("40");
      case '2' -> seat.say("3");
      case '4' -> message(seat, text);
      default -> {}
    }
  }

  private static void message(Seat seat, ByteBuf text) {
    if (text.getByte(text.readerIndex() + 1) == '0') {
      seat.say("42[\"join\",\"r" + seat.room() + "\"]");
    } else if (Scan.has(text, JOINED)) {
      seat.inSync();
    } else {
      seat.delivered((int) Scan.number(text, VERSION));
    }
  }

  @Override
  public byte[] change(int room, int number) {
    return ("42[\"u\"," + Edit.json("r" + room, number + 2L, number) + "]")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean acknowledges() {
    return false;
  }
}
