package dev.mockingbird.benchmarks.stage;

/// A room that was booked for two people, who know each other only from here.
record BookedRoom(String id, Member interviewer, Member candidate) {

  /// @param token opens the service directly
  record Member(String person, String token) {}
}
