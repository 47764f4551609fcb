package dev.mockingbird.events;

import java.util.List;

/// Names of the topics, and of what is derived from them.
public final class Topics {

  public static final String ROOM = "mockingbird.room.events";

  /// Journals of ended rooms in encrypted chunks; not events, so nobody consumes it: what a journal
  /// was is found through the pointers in its head.
  public static final String ROOM_ARCHIVE = "mockingbird.room.archive";

  public static final String INTERVIEW = "mockingbird.interview.events";
  public static final String BANK = "mockingbird.bank.events";
  public static final String SCORE = "mockingbird.score.events";
  public static final String ACCESS = "mockingbird.access.events";

  private Topics() {}

  public static List<String> all() {
    return List.of(ROOM, ROOM_ARCHIVE, INTERVIEW, BANK, SCORE, ACCESS);
  }

  public static String of(DomainEvent event) {
    return switch (event) {
      case RoomEvent e -> ROOM;
      case InterviewEvent e -> INTERVIEW;
      case BankEvent e -> BANK;
      case ScoreEvent e -> SCORE;
      case AccessEvent e -> ACCESS;
    };
  }

  /// Where one consumer group puts the records of a topic that it cannot handle.
  public static String deadLetters(String topic, String group) {
    return topic + "." + group + ".dlt";
  }
}
