package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One thing of an upload, with what a person said about it.
///
/// @param key `<file>#<key within the file>`, with `.<k>` behind it for the k-th part of a question
///   that was split
/// @param read as its file says it; the first part of a question that was split stands for the
///   whole
/// @param item as it is to be taken
/// @param sentences how many of its title's sentences ask
/// @param part it is a part of a question that was split
/// @param told a person says now what it is to be
/// @param readIdentity by what its file says, whatever a person wrote over it
record ListItem(
    String key,
    String file,
    ReadItem read,
    ReadItem item,
    ItemChoice choice,
    int sentences,
    boolean part,
    boolean told,
    Identity identity,
    Identity readIdentity) {

  /// @param splitBefore whether the list's last import split this question into these parts
  static List<ListItem> of(
      List<FileReading> files, ImportRequest request, Predicate<List<ListItem>> splitBefore) {
    List<ListItem> items = new ArrayList<>();
    for (FileReading file : files) {
      for (ReadItem read : file.reading().items()) {
        String name = file.file().name();
        String key = name + "#" + read.key();
        ItemChoice choice = request.item(key);
        List<ListItem> parts = parts(name, key, read, request);
        Boolean split = choice.split();
        if (parts.size() > 1 && (split == null ? splitBefore.test(parts) : split)) {
          items.addAll(parts);
        } else {
          items.add(whole(name, key, read, request, parts.size()));
        }
      }
    }
    return items;
  }

  boolean isQuestion() {
    return item.kind() == ReadItem.Kind.QUESTION;
  }

  int line() {
    return item.line();
  }

  private static ListItem whole(
      String file, String key, ReadItem read, ImportRequest request, int sentences) {
    ItemChoice choice = request.item(key);
    boolean edited = choice.edit() != null;
    return of(file, key, read, edited(read, choice), request, sentences, false, edited);
  }

  private static ListItem of(
      String file,
      String key,
      ReadItem read,
      ReadItem item,
      ImportRequest request,
      int sentences,
      boolean part,
      boolean told) {
    Identity identity = Identity.of(request.source(), item);
    return new ListItem(
        key,
        file,
        read,
        item,
        request.item(key),
        sentences,
        part,
        told,
        identity,
        item == read ? identity : Identity.of(request.source(), read));
  }

  private static List<ListItem> parts(
      String file, String key, ReadItem read, ImportRequest request) {
    if (read.kind() != ReadItem.Kind.QUESTION) {
      return List.of();
    }
    boolean asked = request.item(key).split() != null;
    List<String> sentences = QuestionSentences.of(read.title());
    List<ListItem> parts = new ArrayList<>();
    for (String sentence : sentences.size() > 1 ? sentences : List.<String>of()) {
      String part = key + "." + (parts.size() + 1);
      ItemChoice choice = request.item(part);
      boolean first = parts.isEmpty();
      ReadItem titled = titled(read, sentence, first ? read.metadata() : bare(read.metadata()));
      parts.add(
          of(
              file,
              part,
              first ? read : titled,
              edited(titled, choice),
              request,
              1,
              true,
              asked || choice.edit() != null));
    }
    return parts;
  }

  private static ReadItem edited(ReadItem read, ItemChoice choice) {
    return choice.edit() == null ? read : choice.edit().over(read);
  }

  /// A key names one question.
  private static Metadata bare(Metadata metadata) {
    return new Metadata(
        null,
        metadata.language(),
        metadata.difficulty(),
        metadata.minutes(),
        metadata.tags(),
        null,
        null,
        metadata.source());
  }

  private static ReadItem titled(ReadItem read, String title, Metadata metadata) {
    return new ReadItem(
        read.key(),
        read.line(),
        read.kind(),
        read.section(),
        title,
        read.body(),
        read.staff(),
        metadata,
        read.furtherTopics(),
        read.answerLines(),
        read.reason());
  }
}
