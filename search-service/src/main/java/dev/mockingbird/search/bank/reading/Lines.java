package dev.mockingbird.search.bank.reading;

/// A run of source lines, counted from 1, both ends included.
public record Lines(int from, int to) {

  public Lines upTo(Lines later) {
    return new Lines(from, Math.max(to, later.to));
  }
}
