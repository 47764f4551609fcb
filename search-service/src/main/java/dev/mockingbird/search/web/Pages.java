package dev.mockingbird.search.web;

/// A page of results, within what Elasticsearch pages without help.
public record Pages(int page, int size) {

  private static final int MAX_SIZE = 100;
  private static final int MAX_RESULTS = 10_000;

  public Pages {
    if (size < 1 || size > MAX_SIZE) {
      throw Problems.invalid("size", "size is 1 to " + MAX_SIZE + ", not " + size + ".");
    }
    if (page < 0 || (long) (page + 1) * size > MAX_RESULTS) {
      throw Problems.invalid("page", "Only the first 10000 results can be paged; search closer.");
    }
  }

  public int from() {
    return page * size;
  }
}
