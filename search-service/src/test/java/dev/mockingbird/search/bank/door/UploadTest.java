package dev.mockingbird.search.bank.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void unpacksChineseNamesWhoeverPackedThem(String encoding) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setEncoding(encoding);
      zip.setUseLanguageEncodingFlag(false);
      put(zip, new ZipArchiveEntry("面试题/并发.md"), "1. 什么是锁？\n");
    }

    Upload upload = Handed.open("题库.zip", bytes.toByteArray());

    assertThat(upload.files()).extracting(SourceFile::name).containsExactly("面试题/并发.md");
    assertThat(upload.files().getFirst().folder()).isEqualTo("面试题");
  }

  @Test
  void takesAFolderInTheOrderOfItsNamesAndSaysWhatItLeftOut() throws UploadRefused {
    Upload upload =
        Upload.open(
            List.of(
                NamedBytes.of("list/10.md", Handed.utf8("ten")),
                NamedBytes.of("list/2.md", Handed.utf8("two")),
                NamedBytes.of("list\\1.csv", Handed.utf8("question,answer\n")),
                NamedBytes.of("list/photo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}),
                NamedBytes.of("list/.git/config.md", Handed.utf8("x")),
                NamedBytes.of("list/scan.md", new byte[] {0, 1, 2}),
                NamedBytes.of("list/package.json", Handed.utf8("[1, 2]"))),
            Limits.DEFAULT);

    assertThat(upload.files())
        .extracting(SourceFile::name, SourceFile::format)
        .containsExactly(
            tuple("list/1.csv", Format.CSV),
            tuple("list/2.md", Format.MARKDOWN),
            tuple("list/10.md", Format.MARKDOWN));
    assertThat(upload.left())
        .extracting(LeftOut::name, it -> it.because().code())
        .containsExactly(
            tuple("list/.git/config.md", "left.hidden"),
            tuple("list/package.json", "left.not-a-list"),
            tuple("list/photo.png", "left.not-a-list"),
            tuple("list/scan.md", "left.not-text"));
  }

  @Test
  void knowsTheSameFilesAgainHoweverTheyComeIn() throws UploadRefused {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("b.md", Handed.utf8("b"));
    files.put("a.md", Handed.utf8("a"));
    List<NamedBytes> loose = new ArrayList<>();
    files.forEach((name, bytes) -> loose.add(NamedBytes.of(name, bytes)));

    String packed = Handed.open("list.zip", Handed.zip(files)).sha256();

    assertThat(Upload.open(loose.reversed(), Limits.DEFAULT).sha256()).isEqualTo(packed);
    files.put("a.md", Handed.utf8("c"));
    assertThat(Handed.open("list.zip", Handed.zip(files)).sha256()).isNotEqualTo(packed);
  }

  @ParameterizedTest
  @CsvSource({
    "list.md, '1. What?', MARKDOWN",
    "list.txt, '1. What?', MARKDOWN",
    "questions, '1. What?', MARKDOWN",
    "list.org, '* What?', MARKDOWN",
    "list.csv, 'What?', CSV",
    "list.tsv, 'What?', TSV",
    "pasted.md, '题目,答案', CSV",
    "pasted.md, 'question\tanswer', TSV",
    "pasted.md, '{\"title\":\"What?\"}', JSON_LINES",
    "pasted.md, '#separator:tab', ANKI",
    "list.json, '[{\"title\":\"What?\"}]', JSON_LINES"
  })
  void seesWhatAFileIsWrittenIn(String name, String text, Format format) {
    assertThat(Handed.file(name, text).format()).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../list.md",
        "a/../../list.md",
        "a\\..\\..\\list.md",
        "/etc/list.md",
        "\\\\server\\list.md",
        "C:\\list.md",
        "c:list.md",
        "list\u0000.md",
        "a\nb.md",
        "gpj\u202e.md",
        "",
        "/",
        "."
      })
  void refusesNamesThatLeadElsewhere(String name) {
    assertRefused(UploadRefused.Code.UNSAFE_NAME, name, Handed.utf8("1. What?"));
    if (!name.isEmpty() && !name.equals("/") && !name.equals(".") && name.indexOf('\0') < 0) {
      assertRefused(
          UploadRefused.Code.UNSAFE_NAME,
          "list.zip",
          Handed.zip(Map.of("good.md", new byte[] {'x'}, name, new byte[] {'x'})));
    }
  }

  @Test
  void followsNoLink() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("passwords.md");
      link.setUnixMode(UnixStat.LINK_FLAG | 0777);
      put(zip, link, "/etc/passwd");
      put(zip, new ZipArchiveEntry("list.md"), "1. What?");
    }

    Upload upload = Handed.open("list.zip", bytes.toByteArray());

    assertThat(upload.files()).extracting(SourceFile::name).containsExactly("list.md");
    assertThat(upload.left())
        .extracting(LeftOut::name, it -> it.because().code())
        .containsExactly(tuple("passwords.md", "left.link"));
  }

  @Test
  void givesFilesOfOneNameNamesOfTheirOwn() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      put(zip, new ZipArchiveEntry("a/list.md"), "one");
      put(zip, new ZipArchiveEntry("./a/list.md"), "two");
    }

    assertThat(Handed.open("list.zip", bytes.toByteArray()).files())
        .extracting(SourceFile::name)
        .containsExactlyInAnyOrder("a/list.md", "a/list (2).md");
  }

  @Test
  void refusesArchivesThatHoldNothingButArchives() {
    byte[] inner = Handed.zip(Map.of("list.md", Handed.utf8("1. What?")));

    assertRefused(
        UploadRefused.Code.NESTED_ARCHIVE, "list.zip", Handed.zip(Map.of("inner.zip", inner)));
  }

  @Test
  void refusesArchivesWithAPassword() {
    byte[] zip = Handed.zip(Map.of("list.md", Handed.utf8("1. What?")));
    setFlag(zip, new byte[] {'P', 'K', 3, 4}, 6);
    setFlag(zip, new byte[] {'P', 'K', 1, 2}, 8);

    assertRefused(UploadRefused.Code.ENCRYPTED_ARCHIVE, "list.zip", zip);
  }

  @Test
  void refusesBrokenArchives() {
    byte[] zip = Handed.zip(Map.of("list.md", Handed.utf8("1. What? ".repeat(100))));

    assertRefused(UploadRefused.Code.BROKEN_ARCHIVE, "list.zip", Handed.utf8("no zip at all"));
    assertRefused(UploadRefused.Code.BROKEN_ARCHIVE, "list.zip", java.util.Arrays.copyOf(zip, 60));
    zip[45] ^= 0x55;
    assertRefused(UploadRefused.Code.BROKEN_ARCHIVE, "list.zip", zip);
  }

  @Test
  void refusesDocumentsOfOtherPrograms() {
    byte[] document = Handed.zip(Map.of("word/document.xml", Handed.utf8("<xml/>")));

    assertThatThrownBy(() -> Handed.open("list.docx", document))
        .isInstanceOfSatisfying(
            UploadRefused.class,
            it -> assertThat(it.code()).isEqualTo(UploadRefused.Code.NOT_TEXT));
  }

  @Test
  void refusesAnUploadWithNothingToRead() {
    assertThatThrownBy(() -> Upload.open(List.of(), Limits.DEFAULT))
        .isInstanceOf(UploadRefused.class);
    assertRefused(
        UploadRefused.Code.NOTHING_TO_READ,
        "list.zip",
        Handed.zip(Map.of("photo.png", new byte[] {0})));
  }

  @Test
  void readsAFileWhoseEncodingItsNameDoesNotTell() throws UploadRefused {
    byte[] zip = Handed.zip(Map.of("list.md", "1. 什么是锁？怎么用？".getBytes(Charset.forName("GB18030"))));

    assertThat(Handed.open("list.zip", zip).files().getFirst().encoding()).isEqualTo("GB18030");
  }

  private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, String text)
      throws IOException {
    zip.putArchiveEntry(entry);
    zip.write(Handed.utf8(text));
    zip.closeArchiveEntry();
  }

  private static void setFlag(byte[] zip, byte[] header, int offset) {
    for (int i = 0; i + offset < zip.length; i++) {
      if (java.util.Arrays.equals(zip, i, i + 4, header, 0, 4)) {
        zip[i + offset] |= 1;
      }
    }
  }

  private static void assertRefused(UploadRefused.Code code, String name, byte[] bytes) {
    assertThatThrownBy(() -> Handed.open(name, bytes))
        .isInstanceOfSatisfying(UploadRefused.class, it -> assertThat(it.code()).isEqualTo(code));
  }
}
