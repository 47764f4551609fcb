package dev.mockingbird.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be run, with what it needs and its long form.
enum Program {
  TYPING("200 rooms type for N seconds, two instances", needs(2), plan(200, 2), 1, 60),
  KILL_SERVICE(
      "kill -9 of an instance, at random moments at most N seconds apart",
      needs(2),
      new Room.Plan(20, 2, true),
      20,
      4),
  KILL_GATEWAY(
      "kill -9 of the gateway, at most N seconds apart",
      new Stack.Needs(1, false, false, true),
      plan(12, 2),
      20,
      4),
  KILL_REDIS("kill -9 of Redis, at most N seconds apart", needs(2), plan(20, 2), 20, 4),
  KILL_KAFKA(
      "kill -9 of Kafka, N seconds apart, while facts flow: nobody may notice",
      new Stack.Needs(2, false, true, false),
      plan(20, 2),
      20,
      8),
  CUT(
      "the network to Redis is cut, then stalled, for N seconds: of one instance, then of both",
      new Stack.Needs(2, true, false, false),
      plan(20, 2),
      4,
      30),
  ZOMBIE(
      "an instance is stopped (SIGSTOP) and wakes up N seconds later",
      needs(2),
      plan(20, 2),
      4,
      30),
  RESTART(
      "both instances restart one after the other, eight pages in each room; N seconds apart",
      needs(2),
      plan(500, 8),
      2,
      5),
  STOPS_READING(
      "one page stops reading while the others paste for N seconds", needs(1), plan(4, 3), 1, 30),
  DISK_FULL(
      "the disk under Redis is full for N seconds (root only: mounts a small tmpfs)",
      needs(2),
      plan(20, 2),
      3,
      10);

  private final String sentence;
  private final Stack.Needs needs;
  private final Room.Plan plan;
  private final int rounds;
  private final int seconds;

  Program(String sentence, Stack.Needs needs, Room.Plan plan, int rounds, int seconds) {
    this.sentence = sentence;
    this.needs = needs;
    this.plan = plan;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  private static Stack.Needs needs(int instances) {
    return new Stack.Needs(instances, false, false, false);
  }

  private static Room.Plan plan(int rooms, int pagesEach) {
    return new Room.Plan(rooms, pagesEach, false);
  }

  static Optional<Program> named(String name) {
    return Arrays.stream(values()).filter(it -> it.wireName().equals(name)).findFirst();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String sentence() {
    return sentence + " (N=" + seconds + ", " + rounds + (rounds == 1 ? " round)" : " rounds)");
  }

  Stack.Needs needs() {
    return needs;
  }

  Room.Plan plan(int rooms) {
    return new Room.Plan(rooms, plan.pagesEach(), plan.faithful());
  }

  int rooms() {
    return plan.rooms();
  }

  int rounds() {
    return rounds;
  }

  int seconds() {
    return seconds;
  }
}
