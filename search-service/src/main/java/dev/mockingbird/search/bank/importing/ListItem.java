package dev.mockingbird.search.bank.importing;

import dev.mockingbird.search.bank.Identity;
import dev.mockingbird.search.bank.door.FileReading;
import dev.mockingbird.search.bank.reading.Metadata;
import dev.mockingbird.search.bank.reading.ReadItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One thing of an upload, with what a person said about it.
///
/// @param key `<file>#<key within the file>`, with `.<k>` behind it for the k-th part of a question
///   that was split
/// @param read as its file says it
/// @param item as it is to be taken
/// @param sentences how many of its title's sentences ask
/// @param part as [Said#part]
/// @param splitNow a person says now that it is split
/// @param identity by what is to be taken
/// @param readIdentity by what its file says, whatever a person wrote over it
/// @param whole of the question that it is the first part of: what is left of that one
record ListItem(
    String key,
    String file,
    ReadItem read,
    ReadItem item,
    ItemChoice choice,
    int sentences,
    @Nullable String part,
    boolean splitNow,
    Identity identity,
    Identity readIdentity,
    @Nullable Identity whole) {

  /// How often somebody may call the same words another question.
  private static final int MOST_ANEW = 3;

  /// @param splitBefore whether the list's last import split this question into these parts
  static List<ListItem> of(
      List<FileReading> files, ImportRequest request, Predicate<List<ListItem>> splitBefore) {
    List<ListItem> items = new ArrayList<>();
    for (FileReading file : files) {
      for (ReadItem read : file.reading().items()) {
        String name = file.file().name();
        String key = name + "#" + read.key();
        Boolean split = request.item(key).split();
        List<ListItem> parts = parts(name, key, read, request);
        if (parts.size() > 1 && (split == null ? splitBefore.test(parts) : split)) {
          items.addAll(parts);
        } else {
          items.add(of(name, key, read, request, parts.size(), null, null));
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

  /// By which it is known, the first that is held decides.
  Stream<Identity> identities() {
    return Stream.concat(Stream.ofNullable(whole), Stream.of(readIdentity, identity)).distinct();
  }

  /// What a person writes over it; to split it is to write another title over its first part.
  ///
  /// @param before what the list said of the question the last time
  Optional<ItemEdit> edit(Optional<Said> before) {
    boolean splits =
        splitNow && whole != null && before.map(Said::part).filter(it -> it.equals(part)).isEmpty();
    ItemEdit edit = choice.edit();
    return splits
        ? Optional.of(edit == null ? ItemEdit.titled(read.title()) : edit.orTitled(read.title()))
        : Optional.ofNullable(edit);
  }

  /// Whether an export or its list names it.
  boolean named() {
    Metadata metadata = read.metadata();
    return metadata.id() != null || identity.key() != null;
  }

  /// Without the names that an export or its list gave it.
  ListItem unnamed(String source) {
    ReadItem bareRead = with(read, read.title(), read.metadata().unnamed());
    ReadItem bareItem = with(item, item.title(), item.metadata().unnamed());
    return new ListItem(
        key,
        file,
        bareRead,
        bareItem,
        choice,
        sentences,
        part,
        splitNow,
        Identity.of(source, bareItem),
        Identity.of(source, bareRead),
        whole == null ? null : new Identity(null, whole.text()));
  }

  /// Ids that it may get as a new question, the best first.
  Stream<String> newIds() {
    return Stream.concat(
            likelyIds(), IntStream.rangeClosed(1, MOST_ANEW).mapToObj(identity::newIdAgain))
        .distinct();
  }

  /// Those that it gets unless a person says that it is another question than it seems.
  Stream<String> likelyIds() {
    return Stream.concat(
            Stream.ofNullable(read.metadata().id()),
            Stream.of(identity.newId(), identity.newIdByText()))
        .distinct();
  }

  private static ListItem of(
      String file,
      String key,
      ReadItem read,
      ImportRequest request,
      int sentences,
      @Nullable String part,
      @Nullable Identity whole) {
    ItemChoice choice = request.item(key);
    ReadItem item = choice.edit() == null ? read : choice.edit().over(read);
    Identity readIdentity = Identity.of(request.source(), read);
    return new ListItem(
        key,
        file,
        read,
        item,
        choice,
        sentences,
        part,
        false,
        item == read ? readIdentity : Identity.of(request.source(), item),
        readIdentity,
        whole);
  }

  /// Names stay with the first part: they name one question.
  private static List<ListItem> parts(
      String file, String key, ReadItem read, ImportRequest request) {
    if (read.kind() != ReadItem.Kind.QUESTION) {
      return List.of();
    }
    List<String> sentences = QuestionSentences.of(read.title());
    if (sentences.size() < 2) {
      return List.of();
    }
    boolean now = request.item(key).split() != null;
    Identity whole = Identity.of(request.source(), read);
    List<ListItem> parts = new ArrayList<>();
    for (int k = 1; k <= sentences.size(); k++) {
      boolean first = k == 1;
      ReadItem titled =
          with(read, sentences.get(k - 1), first ? read.metadata() : read.metadata().unnamed());
      String part = k + "/" + sentences.size();
      parts.add(of(file, key + "." + k, titled, request, 1, part, first ? whole : null).split(now));
    }
    return parts;
  }

  private ListItem split(boolean now) {
    return new ListItem(
        key, file, read, item, choice, sentences, part, now, identity, readIdentity, whole);
  }

  private static ReadItem with(ReadItem read, String title, Metadata metadata) {
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
