package dev.mockingbird.search.bank.importing;

/// How many items became what.
///
/// @param changed with what is proposed as an edit
/// @param requirement demands on a person
/// @param requirements how many of them a job profile keeps
record Counts(
    int added,
    int changed,
    int unchanged,
    int known,
    int conflict,
    int duplicate,
    int requirement,
    int left,
    int tooLong,
    int retired,
    int requirements) {

  static Counts of(ImportPlan plan, ImportRequest request) {
    int requirement = plan.count(Outcome.REQUIREMENT);
    return new Counts(
        plan.count(Outcome.ADDED),
        plan.count(Outcome.CHANGED) + plan.count(Outcome.PROPOSED),
        plan.count(Outcome.UNCHANGED),
        plan.count(Outcome.KNOWN),
        plan.count(Outcome.CONFLICT),
        plan.count(Outcome.DUPLICATE),
        requirement,
        plan.count(Outcome.LEFT),
        plan.count(Outcome.TOO_LONG),
        plan.retirements().size(),
        request.profile() == null ? 0 : requirement);
  }
}
