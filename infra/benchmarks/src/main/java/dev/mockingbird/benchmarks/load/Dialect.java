package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;

/// How a kind of server is spoken to.
public interface Dialect {

  Handshake handshake(int room, Role role);

  /// The socket is open; leads, at once or after an answer, to [Seat#inSync].
  void opened(Seat seat);

  /// Tells the seat what the frame means for it.
  void heard(Seat seat, ByteBuf text);

  /// @param number of the change in its room, from 0
  byte[] change(int room, int number);

  /// Whether the typist is told when a change is safe.
  boolean acknowledges();
}
