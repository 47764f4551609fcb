package dev.mockingbird.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/// A room of the interview-service in which the first question is asked and its text begun.
///
/// The version of the text is one ahead of a change's number, because [Edit#first] made version 1.
public final class RoomDialect implements Dialect {

  /// Where the room is and who comes in as what.
  public interface Doors {
    Handshake door(int room, Role role);
  }

  private static final Scan.Key TYPE = Scan.Key.text("type");
  private static final Scan.Key N = Scan.Key.number("n");
  private static final Scan.Key VERSION = Scan.Key.number("version");
  private static final Scan.Key SEQUENCE = Scan.Key.number("sequence");
  private static final Scan.Key EPOCH = Scan.Key.text("epoch");
  private static final Scan.Key AUTHOR = Scan.Key.text("client");
  private static final Scan.Key DOCUMENT = Scan.Key.of("\"id\":\"" + Edit.DOCUMENT + "\"");

  private final Doors doors;
  private final String run;

  /// @param run tells this run's clients from another's in the same rooms
  public RoomDialect(Doors doors, String run) {
    this.doors = doors;
    this.run = run;
  }

  @Override
  public Handshake handshake(int room, Role role) {
    return doors.door(room, role);
  }

  @Override
  public void opened(Seat seat) {
    String client = client(seat.room()) + (seat.role() == Role.TYPIST ? "t" : "r");
    String position =
        seat.epoch().isEmpty()
            ? ""
            : ",\"position\":{\"epoch\":\"%s\",\"sequence\":%d}"
                .formatted(seat.epoch(), seat.sequence());
    seat.say("{\"type\":\"hello\",\"client\":\"%s\"%s}".formatted(client, position));
  }

  @Override
  public void heard(Seat seat, ByteBuf text) {
    switch (Scan.text(text, TYPE)) {
      case "document-edited" -> edited(seat, text);
      case "acknowledged" -> seat.acknowledged((int) Scan.number(text, N) - 1);
      case "refused" -> seat.refused(text.toString(StandardCharsets.UTF_8));
      case "resumed" -> seat.resumed(Scan.number(text, SEQUENCE));
      case "welcome" -> welcomed(seat, text);
      case "progress" -> seat.reached(Scan.number(text, SEQUENCE));
      default -> {}
    }
  }

  private static void edited(Seat seat, ByteBuf text) {
    if (seat.role() == Role.READER) {
      int first = (int) Scan.number(text, VERSION) - 1;
      int changes = Scan.count(text, AUTHOR);
      for (int i = 0; i < changes; i++) {
        seat.delivered(first + i);
      }
    }
    seat.reached(Scan.number(text, SEQUENCE));
  }

  private static void welcomed(Seat seat, ByteBuf text) {
    if (seat.role() == Role.READER) {
      ByteBuf rest = text.duplicate();
      rest.readerIndex(Math.max(text.readerIndex(), ByteBufUtil.indexOf(DOCUMENT.bytes(), text)));
      seat.shownUpTo((int) Scan.number(rest, VERSION) - 1);
    }
    seat.welcomed(Scan.text(text, EPOCH), Scan.number(text, SEQUENCE));
  }

  @Override
  public byte[] change(int room, int number) {
    return Edit.json(client(room), number + 1L, number + 1L).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean acknowledges() {
    return true;
  }

  private String client(int room) {
    return run + room;
  }
}
