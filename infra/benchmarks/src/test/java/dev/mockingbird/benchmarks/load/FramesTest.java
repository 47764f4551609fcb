package dev.mockingbird.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

  private final List<String> read = new ArrayList<>();
  private final FrameReader reader = new FrameReader();
  private final FrameReader.Sink sink =
      new FrameReader.Sink() {
        @Override
        public void message(ByteBuf payload) {
          read.add(payload.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void ping(byte[] payload) {
          read.add("ping " + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void close(int code, String reason) {
          read.add("close " + code + " " + reason);
        }
      };

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 100_000})
  void masksEveryByteOfAPayloadOfAnyLength(int length) {
    byte[] payload = new byte[length];
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) i;
    }
    ByteBuf frame =
        Frames.masked(ByteBufAllocator.DEFAULT, Frames.TEXT, payload.clone(), 0xCAFE0172);

    assertThat(frame.readUnsignedByte()).isEqualTo((short) 0x81);
    int shortLength = frame.readUnsignedByte() - 0x80;
    long written =
        shortLength == 126
            ? frame.readUnsignedShort()
            : shortLength == 127 ? frame.readLong() : shortLength;
    assertThat(written).isEqualTo(length);
    byte[] mask = new byte[4];
    frame.readBytes(mask);
    byte[] unmasked = new byte[length];
    frame.readBytes(unmasked);
    for (int i = 0; i < length; i++) {
      unmasked[i] ^= mask[i % 4];
    }
    assertThat(unmasked).isEqualTo(payload);
    assertThat(frame.isReadable()).isFalse();
    frame.release();
  }

  @Test
  void readsFramesThatArriveByteByByte() {
    String longText = "x".repeat(300);
    ByteBuf stream = Unpooled.buffer();
    stream.writeBytes(frame(0x81, "first")).writeBytes(frame(0x81, longText));
    stream.writeBytes(frame(0x89, "are you there")).writeBytes(frame(0x81, "文"));

    ByteBuf arrived = Unpooled.buffer();
    while (stream.isReadable()) {
      arrived.writeByte(stream.readByte());
      reader.read(arrived, sink);
    }
    assertThat(read).containsExactly("first", longText, "ping are you there", "文");
    assertThat(arrived.isReadable()).isFalse();
  }

  @Test
  void readsAFrameOf64KiBAndMore() {
    String text = "y".repeat(70_000);
    reader.read(frame(0x81, text), sink);
    assertThat(read).containsExactly(text);
  }

  @Test
  void putsFragmentsTogetherAlsoAroundAPing() {
    ByteBuf stream = Unpooled.buffer();
    stream.writeBytes(frame(0x01, "one ")).writeBytes(frame(0x89, "p"));
    stream.writeBytes(frame(0x00, "two ")).writeBytes(frame(0x80, "three"));
    stream.writeBytes(frame(0x81, "next"));
    reader.read(stream, sink);
    assertThat(read).containsExactly("ping p", "one two three", "next");
  }

  @Test
  void tellsWhyTheServerClosed() {
    ByteBuf body = Unpooled.buffer();
    body.writeByte(0x88).writeByte(2 + 8).writeShort(4429);
    body.writeCharSequence("too fast", StandardCharsets.UTF_8);
    reader.read(body, sink);
    assertThat(read).containsExactly("close 4429 too fast");
  }

  private static ByteBuf frame(int first, String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuf frame = Unpooled.buffer().writeByte(first);
    if (payload.length < 126) {
      frame.writeByte(payload.length);
    } else if (payload.length < 65_536) {
      frame.writeByte(126).writeShort(payload.length);
    } else {
      frame.writeByte(127).writeLong(payload.length);
    }
    return frame.writeBytes(payload);
  }
}
