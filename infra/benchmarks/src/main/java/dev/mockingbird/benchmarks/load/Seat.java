package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One client in a room, which comes back by itself when its socket is closed. Lives on the
/// generator's event loop.
public final class Seat implements Socket.Ears {

  private final Party party;
  private final Pair pair;
  private final Role role;
  private @Nullable Socket socket;
  private boolean wanted;
  private boolean inSync;
  private long began;
  private String epoch = "";
  private long sequence;
  private long awaited = Long.MAX_VALUE;

  Seat(Party party, Pair pair, Role role) {
    this.party = party;
    this.pair = pair;
    this.role = role;
  }

  public int room() {
    return pair.room;
  }

  public Role role() {
    return role;
  }

  String epoch() {
    return epoch;
  }

  long sequence() {
    return sequence;
  }

  boolean isInSync() {
    return inSync;
  }

  boolean isWanted() {
    return wanted;
  }

  void connect() {
    wanted = true;
    began = System.nanoTime();
    open();
  }

  /// Goes offline without a word, and stays there until it is told to [#connect].
  void cut() {
    wanted = false;
    Socket open = socket;
    if (open != null) {
      open.cut();
    }
  }

  private void open() {
    Socket next = new Socket(party.dialect().handshake(pair.room, role), this);
    socket = next;
    party.generator().connect(next);
  }

  @Override
  public void opened() {
    party.dialect().opened(this);
  }

  @Override
  public void heard(ByteBuf text) {
    party.dialect().heard(this, text);
  }

  @Override
  public void closed(String why) {
    inSync = false;
    socket = null;
    awaited = Long.MAX_VALUE;
    if (wanted) {
      party.lost(why);
      long pause = ThreadLocalRandom.current().nextLong(250, 750);
      party.generator().schedule(this::openAgain, TimeUnit.MILLISECONDS.toNanos(pause));
    }
  }

  private void openAgain() {
    if (wanted && socket == null) {
      open();
    }
  }

  void say(String text) {
    say(text.getBytes(StandardCharsets.UTF_8));
  }

  void say(byte[] text) {
    Socket open = socket;
    if (open != null) {
      open.say(text);
    }
  }

  void inSync() {
    if (!inSync) {
      inSync = true;
      if (role == Role.TYPIST) {
        pair.sendAgain();
      }
      party.arrived(this, System.nanoTime() - began);
    }
  }

  /// Given the whole room as it was at a position.
  void welcomed(String epochThen, long sequenceThen) {
    epoch = epochThen;
    sequence = Math.max(sequence, sequenceThen);
    inSync();
  }

  /// What was missed follows, up to this position.
  void resumed(long upTo) {
    awaited = upTo;
    reached(sequence);
  }

  void reached(long position) {
    sequence = Math.max(sequence, position);
    if (sequence >= awaited) {
      awaited = Long.MAX_VALUE;
      inSync();
    }
  }

  void delivered(int number) {
    party.delivered(pair, number);
  }

  void acknowledged(int number) {
    party.acknowledged(pair, number);
  }

  void refused(String how) {
    party.refused(how);
  }

  /// The reader was given the text with all changes before this one.
  void shownUpTo(int number) {
    pair.deliveries.skipTo(number);
  }
}
