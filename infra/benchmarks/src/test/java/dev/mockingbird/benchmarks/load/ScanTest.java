package dev.mockingbird.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScanTest {

  private static final ByteBuf EDITED =
      json(
          """
          {"type":"document-edited","position":{"epoch":"e-1","sequence":1234},"at":"2026-01-05T09:00:00Z",\
          "actor":"demo:1003","document":"q1:text","version":57,\
          "updates":[{"client":"b1","changes":[3,[1,"x"],96]},{"client":"b1","changes":[4,[1,"y"],95]}]}""");

  @Test
  void findsNumbersAndTexts() {
    assertThat(Scan.text(EDITED, Scan.Key.text("type"))).isEqualTo("document-edited");
    assertThat(Scan.text(EDITED, Scan.Key.text("epoch"))).isEqualTo("e-1");
    assertThat(Scan.number(EDITED, Scan.Key.number("sequence"))).isEqualTo(1234);
    assertThat(Scan.number(EDITED, Scan.Key.number("version"))).isEqualTo(57);
  }

  @Test
  void countsTheUpdatesOfOneFrame() {
    assertThat(Scan.count(EDITED, Scan.Key.text("client"))).isEqualTo(2);
    assertThat(Scan.count(EDITED, Scan.Key.text("nobody"))).isZero();
  }

  @Test
  void saysSoWhenAKeyIsNotThere() {
    assertThat(Scan.number(EDITED, Scan.Key.number("n"))).isEqualTo(-1);
    assertThat(Scan.text(EDITED, Scan.Key.text("code"))).isEmpty();
    assertThat(Scan.has(EDITED, Scan.Key.of("\"joined\""))).isFalse();
  }

  @Test
  void leavesTheFrameAsItWas() {
    int before = EDITED.readerIndex();
    Scan.count(EDITED, Scan.Key.text("client"));
    Scan.number(EDITED, Scan.Key.number("version"));
    assertThat(EDITED.readerIndex()).isEqualTo(before);
  }

  @Test
  void readsFromWhereTheFrameBegins() {
    ByteBuf second = json("{\"version\":1}{\"version\":2}");
    second.skipBytes("{\"version\":1}".length());
    assertThat(Scan.number(second, Scan.Key.number("version"))).isEqualTo(2);
  }

  private static ByteBuf json(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }
}
