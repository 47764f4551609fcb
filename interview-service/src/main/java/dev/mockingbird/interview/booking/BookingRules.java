package dev.mockingbird.interview.booking;

import dev.mockingbird.events.Language;
import dev.mockingbird.interview.room.CallLink;
import dev.mockingbird.interview.room.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a booking must look like.
final class BookingRules {

  private static final int LONGEST_TITLE = 200;
  private static final int MOST_QUESTIONS = 50;
  private static final int SHORTEST_MINUTES = 5;
  private static final int LONGEST_MINUTES = 480;

  record Booking(
      String title,
      Language language,
      int plannedMinutes,
      List<String> questions,
      @Nullable String callLink) {}

  private BookingRules() {}

  static Booking check(Requests.Book request) {
    String title = request.title() == null ? "" : request.title().strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw Problems.invalid("title", "Give the interview a title of 1 to 200 characters.");
    }
    Language language = request.language();
    if (language == null) {
      throw Problems.invalid("language", "Say in which language it is held: zh or en.");
    }
    int minutes = request.plannedMinutes() == null ? 45 : request.plannedMinutes();
    if (minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) {
      throw Problems.invalid("plannedMinutes", "Plan 5 to 480 minutes.");
    }
    List<String> questions = request.questions() == null ? List.of() : request.questions();
    if (questions.size() > MOST_QUESTIONS) {
      throw Problems.invalid("questions", "Plan at most 50 questions.");
    }
    return new Booking(title, language, minutes, List.copyOf(questions), callLink(request));
  }

  private static @Nullable String callLink(Requests.Book request) {
    String link = request.callLink();
    if (link == null || link.isBlank()) {
      return null;
    }
    if (!CallLink.isAcceptable(link.strip())) {
      throw Problems.invalid("callLink", Rejection.BAD_CALL_LINK.sentence());
    }
    return link.strip();
  }
}
