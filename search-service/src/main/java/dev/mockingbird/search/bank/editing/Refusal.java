package dev.mockingbird.search.bank.editing;

/// Why nothing was written; the name is the wire code.
enum Refusal {
  NO_SUCH_QUESTION("The bank has no such question. Search again and pick another."),
  NO_SUCH_VERSION("The question has no such version."),
  NO_DRAFT("Nothing is drafted for this question. Somebody may have published or discarded it."),
  ORGANISERS_ONLY("Only organisers publish, restore, retire and reinstate. Save a draft instead."),
  NOT_YOUR_DRAFT("Only who wrote the draft last, or an organiser, may discard it."),
  EDIT_CONFLICT("Somebody else has changed this question meanwhile. Compare, then save again."),
  QUESTION_RETIRED("The question is retired. Reinstate it before you change it."),
  NOT_RETIRED("The question is not retired."),
  QUESTION_EXISTS("The bank has this question already.");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
