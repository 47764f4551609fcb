package dev.mockingbird.interview.room;

/// Why a command was refused; the name is the code on the wire.
public enum Rejection {
  NOT_ALLOWED("Your role in this interview does not allow this."),
  NOT_ADMITTED("Wait until the interviewer lets you in."),
  NOT_CONSENTED("The candidate has not agreed to the notice yet."),
  NOT_A_MEMBER("This person is not a member of the interview."),
  ROOM_ENDED("The interview is over."),
  NO_SUCH_ROOM("There is no such interview."),
  NO_SUCH_QUESTION("There is no such question in this interview."),
  PLAN_FULL("A plan holds at most 100 questions, and 1 MB with their references."),
  QUESTION_TOO_LONG("A question holds at most 64 KB with its reference. Shorten it in the bank."),
  ALREADY_ASKED("This question has been asked already."),
  NO_MORE_HINTS("All hints of this question have been shown."),
  NO_SUCH_DOCUMENT("There is no such document in this interview."),
  BAD_EDIT("The change does not fit the document. Reload the page; your text is kept."),
  TEXT_TOO_LONG(
      "The text is too long: 64 KB at a time, 256 KB in a document, 1 MB in a room, 8,000"
          + " characters in a message or note, 2,000 in a follow-up question, 16,000 in an output."),
  TEXT_EMPTY("Write something first."),
  FEEDBACK_RELEASED("Feedback on this question has been released; it takes no more answers."),
  BAD_CALL_LINK(
      "A call link is an address that begins with https://, of at most 2,000 characters."),
  NOTHING_TO_RELEASE("No question has been asked since the last release."),
  FOCUS_TIME("The candidate has focus time; wait until it is over, or end it."),
  NO_FOCUS("There is no focus time to end."),
  NO_SUCH_KEY_POINT("This question has no such key point."),
  BAD_MINUTES(
      "Focus time takes 1 to 30 minutes, a question or the interview 1 to 480, and more than have"
          + " passed already."),
  ROOM_FULL("The answers and program outputs of this interview fill its 4 MB.");

  private final String sentence;

  Rejection(String sentence) {
    this.sentence = sentence;
  }

  /// In English; pages translate by the name.
  public String sentence() {
    return sentence;
  }
}
