package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mockingbird.search.bank.reading.ImportWarning.Code;
import dev.mockingbird.search.bank.reading.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingsTest {

  private static final String CHINESE = "# 并发\n\n1. 什么是死锁？\n2. 如何避免？\n";

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', UTF-8",
    "UTF-8, \ufeff, UTF-8",
    "UTF-16LE, \ufeff, UTF-16LE",
    "UTF-16BE, \ufeff, UTF-16BE",
    "UTF-32LE, \ufeff, UTF-32LE",
    "GB18030, '', GB18030",
    "GBK, '', GB18030"
  })
  void readsChineseInEveryEncodingPeopleSave(String written, String mark, String read) {
    SourceFile file = Handed.file("list.md", (mark + CHINESE).getBytes(Charset.forName(written)));

    assertThat(file.text()).isEqualTo(CHINESE);
    assertThat(file.encoding()).isEqualTo(read);
  }

  @Test
  void readsTraditionalChinese() {
    String text = "什麼是執行緒？如何設計一個資料庫？請說明這個問題的答案。\n";

    SourceFile file = Handed.file("list.md", text.getBytes(Charset.forName("Big5")));

    assertThat(file.encoding()).isEqualTo("Big5");
    assertThat(file.text()).isEqualTo(text);
  }

  @Test
  void readsWesternEuropean() {
    String text = "What is the rôle of a façade? It’s “naïve” to skip it – say why.\n";

    SourceFile file = Handed.file("list.md", text.getBytes(Charset.forName("windows-1252")));

    assertThat(file.encoding()).isEqualTo("windows-1252");
    assertThat(file.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb\r\n", "a\rb\r", "a\nb\n", "a\r\nb\n"})
  void endsEveryLineTheSameWay(String text) {
    assertThat(Handed.file("list.md", text).text()).isEqualTo("a\nb\n");
  }

  @Test
  void saysThatAnEncodingWasGuessed() {
    SourceFile file = Handed.file("list.md", CHINESE.getBytes(Encodings.GB18030));

    Reading reading = Readers.read(file, Handed.NOTHING_TOLD);

    assertThat(reading.warnings())
        .anySatisfy(
            it -> {
              assertThat(it.code()).isEqualTo(Code.ENCODING_GUESSED);
              assertThat(it.values()).containsExactly("GB18030");
            });
  }

  @Test
  void asksAPersonWhenTheTextReadsLikeNone() {
    byte[] japanese = "デッドロックとは何ですか。避け方を説明してください。\n".getBytes(Charset.forName("EUC-JP"));

    Reading reading = Readers.read(Handed.file("list.md", japanese), Handed.NOTHING_TOLD);

    assertThat(reading.confidence()).isLessThan(Reading.SURE);
    assertThat(reading.because()).anyMatch(it -> it.code().equals("shape.encoding-unsure"));
  }

  @Test
  void pointsAtABrokenCharacterAndReadsTheRest() {
    byte[] bytes = Handed.utf8("1. 什么是死锁？\n2. 如何避免死锁？请举一个例子说明它。\n3. 什么是活锁？\n");
    bytes[29] = '?';

    Reading reading = Readers.read(Handed.file("list.md", bytes), Handed.NOTHING_TOLD);

    assertThat(reading.items()).hasSize(3);
    assertThat(reading.warnings())
        .anySatisfy(
            it -> {
              assertThat(it.code()).isEqualTo(Code.BROKEN_CHARACTERS);
              assertThat(it.line()).isEqualTo(2);
            });
  }

  @Test
  void refusesWhatIsNoText() {
    byte[] noise = new byte[4_096];
    new Random(7).nextBytes(noise);

    assertThat(refused("noise.md", noise)).isEqualTo(UploadRefused.Code.NOT_TEXT);
    assertThat(refused("scan.pdf", Handed.utf8("%PDF-1.7\nlooks like text")))
        .isEqualTo(UploadRefused.Code.NOT_TEXT);
    assertThat(refused("list.md", "a\0b".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(UploadRefused.Code.NOT_TEXT);
  }

  private static UploadRefused.Code refused(String name, byte[] bytes) {
    return catchThrowableOfType(UploadRefused.class, () -> Handed.open(name, bytes)).code();
  }
}
