package dev.mockingbird.interview.document;

/// One change of a document by one page.
///
/// @param client the page's collab client id, by which it knows its own changes again
public record Update(String client, ChangeSet changes) {}
