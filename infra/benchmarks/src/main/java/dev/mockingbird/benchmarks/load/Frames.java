package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// WebSocket frames (RFC 6455) as a client writes them: whole, final and masked.
final class Frames {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  private static final int LONGEST_HEADER = 14;

  private Frames() {}

  static ByteBuf masked(ByteBufAllocator allocator, int opcode, byte[] payload, int mask) {
    ByteBuf frame = allocator.directBuffer(payload.length + LONGEST_HEADER);
    frame.writeByte(FINAL | opcode);
    if (payload.length < 126) {
      frame.writeByte(MASKED | payload.length);
    } else if (payload.length < 1 << 16) {
      frame.writeByte(MASKED | 126).writeShort(payload.length);
    } else {
      frame.writeByte(MASKED | 127).writeLong(payload.length);
    }
    frame.writeInt(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.writeByte(payload[i] ^ (mask >>> (24 - 8 * (i & 3))));
    }
    return frame;
  }
}
