package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A server that passes every frame on to the others at the same path, and knows nothing. It is
/// sent the same frames as a room.
public final class RelayDialect implements Dialect {

  private static final Scan.Key VERSION = Scan.Key.number("version");

  private final int port;

  public RelayDialect(int port) {
    this.port = port;
  }

  @Override
  public Handshake handshake(int room, Role role) {
    return new Handshake(port, "/r" + room, List.of());
  }

  @Override
  public void opened(Seat seat) {
    seat.inSync();
  }

  @Override
  public void heard(Seat seat, ByteBuf text) {
    seat.delivered((int) Scan.number(text, VERSION));
  }

  @Override
  public byte[] change(int room, int number) {
    return Edit.json("r" + room, number + 2L, number).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean acknowledges() {
    return false;
  }
}
