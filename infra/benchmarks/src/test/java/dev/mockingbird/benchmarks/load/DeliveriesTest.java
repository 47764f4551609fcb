package dev.mockingbird.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveriesTest {

  private final Violations.Counter violations = new Violations.Counter();
  private final Deliveries room = new Deliveries(violations);

  @Test
  void isContentWhenEveryChangeArrivesOnceAndInOrder() {
    begin(3);
    for (int i = 0; i < 3; i++) {
      assertThat(room.settled()).isFalse();
      assertThat(room.acknowledge(i)).isTrue();
      assertThat(room.deliver(i)).isTrue();
    }
    assertThat(room.settled()).isTrue();
    assertThat(violations.take().isEmpty()).isTrue();
  }

  @Test
  void noticesAChangeThatIsLeftOut() {
    begin(3);
    room.deliver(0);
    assertThat(room.deliver(2)).isFalse();
    assertThat(violations.take().missing()).isEqualTo(1);
  }

  @Test
  void noticesAChangeThatComesAgain() {
    begin(2);
    room.deliver(0);
    room.deliver(1);
    assertThat(room.deliver(0)).isFalse();
    assertThat(violations.take().repeated()).isEqualTo(1);
  }

  @Test
  void noticesAChangeThatNobodyMade() {
    begin(1);
    room.deliver(0);
    assertThat(room.deliver(1)).isFalse();
    room.giveUp();
    assertThat(violations.take().invented()).isEqualTo(1);
  }

  @Test
  void noticesAnAcknowledgementOutOfTurn() {
    begin(2);
    assertThat(room.acknowledge(1)).isFalse();
    assertThat(room.acknowledge(0)).isTrue();
    assertThat(room.acknowledge(0)).isFalse();
    assertThat(violations.take().acknowledgedOutOfTurn()).isEqualTo(2);
  }

  @Test
  void whatNeverCameIsMissingInTheEndAndNotCountedTwice() {
    begin(5);
    room.deliver(0);
    room.acknowledge(0);
    room.acknowledge(1);
    room.giveUp();
    assertThat(violations.take().missing()).isEqualTo(4);
    room.giveUp();
    assertThat(violations.take().isEmpty()).isTrue();
  }

  @Test
  void whatComesAfterItWasGivenUpIsNotToldAgainButOnlyOnce() {
    begin(2);
    room.acknowledge(0);
    room.giveUp();
    assertThat(violations.take().missing()).isEqualTo(2);
    begin(1);
    assertThat(room.deliver(0)).isFalse();
    assertThat(room.acknowledge(1)).isFalse();
    assertThat(room.deliver(1)).isFalse();
    assertThat(room.acknowledge(2)).isTrue();
    assertThat(room.deliver(2)).isTrue();
    assertThat(violations.take().isEmpty()).isTrue();
    room.deliver(1);
    assertThat(violations.take().repeated()).isEqualTo(1);
  }

  @Test
  void whatWasGivenUpTwiceMayComeInOrderStill() {
    begin(2);
    room.giveUp();
    begin(2);
    room.giveUp();
    violations.take();
    for (int i = 0; i < 4; i++) {
      room.deliver(i);
      room.acknowledge(i);
    }
    assertThat(violations.take().isEmpty()).isTrue();
  }

  @Test
  void aReaderWhoWasGivenTheWholeTextGoesOnFromThere() {
    begin(4);
    room.deliver(0);
    room.skipTo(3);
    assertThat(room.deliver(3)).isTrue();
    assertThat(violations.take().isEmpty()).isTrue();
  }

  @Test
  void isFullWhenTheOldestOneOnItsWayWouldBeForgotten() {
    begin(Deliveries.WINDOW);
    assertThat(room.full()).isTrue();
    room.acknowledge(0);
    assertThat(room.full()).isTrue();
    room.deliver(0);
    assertThat(room.full()).isFalse();
  }

  @Test
  void remembersWhenEachWasDueAndSent() {
    room.begin(10, 12);
    room.begin(20, 21);
    assertThat(room.dueAt(0)).isEqualTo(10);
    assertThat(room.sentAt(1)).isEqualTo(21);
  }

  private void begin(int changes) {
    for (int i = 0; i < changes; i++) {
      room.begin(i, i);
    }
  }
}
