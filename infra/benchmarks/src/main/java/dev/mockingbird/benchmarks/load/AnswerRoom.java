package dev.mockingbird.benchmarks.load;

import java.time.Duration;

/// A room whose candidate answers the first question again and again, and whose interviewer waits
/// for the score of each answer. For one thread.
public final class AnswerRoom implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String[] ANSWERS = {
    "The append-only file logs every write command. With fsync set to always, the server calls fsync before it"
        + " replies, so an acknowledged write is on disk.",
    "Redis writes each command to the log and replies after that. How much may be lost in a power cut depends on"
        + " how often fsync is called: once a second loses up to a second of writes.",
    "It is a snapshot of the whole memory that is taken now and then; between two of them everything is lost.",
    "Nothing is promised unless fsync happens before the reply; the file is rewritten in the background when it"
        + " has grown, so that a restart does not take too long."
  };

  private final Conversation candidate;
  private final Conversation interviewer;
  private final String client;
  private long n;
  private int version = 1;
  private int length = Edit.TEXT_LENGTH;
  private int attempt;

  public AnswerRoom(
      Generator generator, Handshake candidateDoor, Handshake interviewerDoor, String client) {
    this.client = client;
    candidate = new Conversation(generator, candidateDoor, PATIENCE);
    interviewer = new Conversation(generator, interviewerDoor, PATIENCE);
    candidate.say("{\"type\":\"hello\",\"client\":\"" + client + "c\"}");
    interviewer.say("{\"type\":\"hello\",\"client\":\"" + client + "i\"}");
    candidate.await("\"type\":\"welcome\"");
    interviewer.await("\"type\":\"welcome\"");
  }

  /// Types another answer, which is on disk afterwards.
  public void type() {
    String text = ANSWERS[attempt % ANSWERS.length] + " (" + client + ", " + attempt + ")";
    say(
        "\"type\":\"edit\"",
        "\"document\":\"%s\",\"version\":%d,\"updates\":[{\"client\":\"%s\",\"changes\":[[%d,\"%s\"]]}]"
            .formatted(Edit.DOCUMENT, version, client, length, text));
    candidate.await("\"type\":\"acknowledged\",\"n\":" + n + ",");
    version++;
    length = text.length();
  }

  /// Submits it.
  ///
  /// @return nanoseconds until the interviewer has its score
  public long submit() {
    attempt++;
    long begun = System.nanoTime();
    say(
        "\"type\":\"submit\"",
        "\"question\":1,\"document\":\"%s\",\"version\":%d".formatted(Edit.DOCUMENT, version));
    interviewer.await("\"type\":\"scored\",\"question\":1,\"attempt\":" + attempt + ",");
    return System.nanoTime() - begun;
  }

  private void say(String type, String rest) {
    n++;
    candidate.say("{%s,\"n\":%d,%s}".formatted(type, n, rest));
  }

  @Override
  public void close() {
    candidate.close();
    interviewer.close();
  }
}
