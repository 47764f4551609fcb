package dev.mockingbird.search.bank.importing;

import java.util.List;

/// What taking an import back did.
///
/// @param restored how many questions have their earlier version again
/// @param retired how many that it had added
/// @param kept those that were changed since and stay as they are
record Undone(int restored, int retired, List<Kept> kept) {

  record Kept(String id, String title) {}
}
