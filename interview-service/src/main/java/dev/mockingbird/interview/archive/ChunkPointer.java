package dev.mockingbird.interview.archive;

/// Where a chunk is on the archive topic.
///
/// @param first sequence number of its first entry
/// @param last sequence number of its last entry
/// @param snapshot whether it begins with a snapshot
/// @param sha256 of the record's value, lower-case hex
record ChunkPointer(
    long first, long last, boolean snapshot, int partition, long offset, String sha256) {}
