package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Takes a server's frames out of a stream, putting fragmented messages together.
final class FrameReader {

  /// What was read; a payload is valid during the call only.
  interface Sink {
    void message(ByteBuf payload);

    void ping(byte[] payload);

    void close(int code, String reason);
  }

  private static final int NO_CODE = 1005;

  private @Nullable ByteBuf begun;

  /// Reads all whole frames, and leaves a half one where it is.
  void read(ByteBuf in, Sink sink) {
    while (readOne(in, sink)) {}
  }

  private boolean readOne(ByteBuf in, Sink sink) {
    int start = in.readerIndex();
    if (in.readableBytes() < 2) {
      return false;
    }
    int first = in.getUnsignedByte(start);
    int shortLength = in.getUnsignedByte(start + 1) & 0x7f;
    int header = shortLength == 126 ? 4 : shortLength == 127 ? 10 : 2;
    if (in.readableBytes() < header) {
      return false;
    }
    long length =
        switch (shortLength) {
          case 126 -> in.getUnsignedShort(start + 2);
          case 127 -> in.getLong(start + 2);
          default -> shortLength;
        };
    if (in.readableBytes() - header < length) {
      return false;
    }
    in.skipBytes(header);
    take(first & 0x0f, (first & 0x80) != 0, in.readSlice(Math.toIntExact(length)), sink);
    return true;
  }

  private void take(int opcode, boolean last, ByteBuf payload, Sink sink) {
    switch (opcode) {
      case Frames.PING -> sink.ping(ByteBufUtil.getBytes(payload));
      case Frames.PONG -> {}
      case Frames.CLOSE -> {
        boolean reasoned = payload.isReadable(2);
        sink.close(
            reasoned ? payload.readUnsignedShort() : NO_CODE,
            payload.toString(StandardCharsets.UTF_8));
      }
      default -> takePart(last, payload, sink);
    }
  }

  private void takePart(boolean last, ByteBuf payload, Sink sink) {
    ByteBuf whole = begun;
    if (whole == null && last) {
      sink.message(payload);
      return;
    }
    if (whole == null) {
      whole = Unpooled.buffer();
      begun = whole;
    }
    whole.writeBytes(payload);
    if (last) {
      begun = null;
      sink.message(whole);
    }
  }
}
