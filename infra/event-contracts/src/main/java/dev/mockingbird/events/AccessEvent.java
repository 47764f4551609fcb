package dev.mockingbird.events;

/// Who saw what, keyed by its subject on [Topics#ACCESS].
public sealed interface AccessEvent extends DomainEvent {

  /// The envelope's actor saw it.
  ///
  /// @param subject interview id, or question id for a reference in the bank
  @WireType("access.content-viewed.v1")
  record ContentViewed(Content content, String subject) implements AccessEvent {}

  enum Content {
    REPORT,
    REFERENCE,
    REPLAY
  }
}
