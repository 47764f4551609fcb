package dev.mockingbird.benchmarks.load;

/// What somebody does in a room: each has one of both.
public enum Role {
  TYPIST,
  READER
}
