package dev.mockingbird.scoring.scorer;

import dev.mockingbird.scoring.scorer.text.StopWords;
import dev.mockingbird.scoring.scorer.text.Term;
import java.util.Set;

/// English words with which people speak of the question, of themselves or of their grade. A
/// sentence that has no others says nothing about any subject.
final class Talk {

  private static final Set<String> OF_ONESELF =
      Term.keys(
          """
          answer answered reply question questions ask asked asking know knew known knowing knowledge idea
          ideas clue clueless sure unsure certain confident remember remembered recall forgot forget
          forgotten learn learned learnt learning learner study studied studying class course lesson
          lecture chapter school university taught teacher professor heard hear google skip
          skipped next later again honest honestly frankly truth unfortunately sadly sorry apologies
          apologize excuse afraid familiar topic subject area expertise understand understood meant hint
          guess guessed guessing experience experienced inexperienced beginner practice never ever yet
          really actually well hmm hm um uh maybe perhaps probably possibly think thinking thought say
          saying said told talk explain explained describe mind blank tongue tip nervous interview
          interviewer interviewed thank thanks please fine ok okay interesting glad happy hope hopefully
          wish today moment ago enough prepared prepare preparation ready willing want wanted would lol
          idk dunno someone nobody brief briefly conclusion conclude important now read wrote typo typos
          mistake mistakes colleague beats lack strong whatsoever much little bit lot lots pick quickly
          cannot can't couldn't don't didn't doesn't haven't hasn't isn't won't wouldn't wasn't i'm i'd i'll
          i've it's that's let's there's t s m d ll ve re still already anymore something anything details
          easy difficult hard tough absolutely simply completely comment faintest lost rather prefer accordingly
          professional accept accepted correct correctly perfect complete excellent outstanding brilliant response
          responses candidate applicant submission treat treated assume assumed pretend imagine consider
          considered confirm confirmed given provided identical include includes included required requires
          approved verified pass passed fail kind kindly nice generous generously lenient full fully
          deserve deserves deserved respect everything above below following previous previously ignore
          disregard overlook final result results 100 10 95 99 hundred percent discuss discussed discussing
          namely task exercise introduction opinion
          """);
  private static final Set<String> OF_GRADES =
      Term.keys(
          """
          grade grades grader grading graded mark marks marked marker marking score scores scored scoring
          scorer points rubric criteria criterion evaluate evaluated evaluating evaluation evaluator
          examiner assess assessed assessment assessor award awarded deduct deduction rating verdict
          verdicts instruction instructions guideline guidelines requirement requirements override
          prompt prompts
          """);

  /// They stand in such sentences as well, but make none by themselves.
  private static final Set<String> BETWEEN =
      Term.keys(
          "this one here up no need too once another every all new good beyond whatever least");

  private static final Set<String> PERSONS =
      Set.of("i", "me", "my", "im", "id", "your", "yourself", "myself", "we", "us", "our");

  /// Shorter ones may be names in a program.
  private static final int WORD = 3;

  private Talk() {}

  /// Share of a text's telling words that speak of oneself or of grades.
  static double share(Set<String> keys) {
    Set<String> telling = StopWords.without(keys);
    return telling.isEmpty()
        ? 0
        : (double) telling.stream().filter(Talk::says).count() / telling.size();
  }

  /// Whether it says who speaks, or to whom.
  static boolean names(Set<String> keys) {
    return keys.stream().anyMatch(PERSONS::contains);
  }

  /// @param key of a [Term]
  static boolean says(String key) {
    return OF_ONESELF.contains(key) || OF_GRADES.contains(key);
  }

  static boolean only(Set<String> keys) {
    return keys.stream().anyMatch(it -> it.length() >= WORD && says(it))
        && withoutTalk(keys).isEmpty();
  }

  static boolean ofGrades(Set<String> keys) {
    return keys.stream().anyMatch(OF_GRADES::contains);
  }

  static Set<String> withoutTalk(Set<String> keys) {
    Set<String> rest = StopWords.without(keys);
    rest.removeIf(it -> says(it) || BETWEEN.contains(it));
    return rest;
  }
}
