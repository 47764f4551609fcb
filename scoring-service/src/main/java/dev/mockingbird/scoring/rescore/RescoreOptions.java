package dev.mockingbird.scoring.rescore;

import dev.mockingbird.events.ScoreEvent.Scorer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody typed after `rescore`.
///
/// @param interview only this one
/// @param scorer whose word is compared or accepted; absent: the current scorer's
record RescoreOptions(
    Work work, @Nullable String interview, @Nullable Scorer scorer, boolean json) {

  static final String USAGE =
      """
      Usage: ./mockingbird rescore [--compare | --accept] [--interview ID] [--scorer NAME/VERSION/CALIBRATION]
                                   [--json] [--data DIR]

        (nothing)        score every answer in the log that the current scorer has said nothing of, write its
                         scores down as proposals, and show how they differ from the scores that count
        --compare        score nothing; show what is proposed, by the current scorer or by a shadow
        --accept         let what is proposed count from now on; candidates whose feedback is released see it
        --interview ID   one interview alone
        --scorer N/V/C   compare or accept what this scorer proposed

      A proposal changes nothing. It can be broken off and run again. What counted before stays in the log and
      counts again after rescore --accept --scorer with its name.""";

  enum Work {
    PROPOSE,
    COMPARE,
    ACCEPT
  }

  /// @throws IllegalArgumentException with a sentence, when the arguments are not understood
  static RescoreOptions parse(List<String> arguments) {
    Work work = Work.PROPOSE;
    String interview = null;
    Scorer scorer = null;
    boolean json = false;
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      switch (word) {
        case "--compare", "--accept" -> {
          if (work != Work.PROPOSE) {
            throw new IllegalArgumentException("Either --compare or --accept.");
          }
          work = word.equals("--accept") ? Work.ACCEPT : Work.COMPARE;
        }
        case "--json" -> json = true;
        case "--interview" -> interview = value(arguments, ++i, word);
        case "--scorer" -> scorer = scorer(value(arguments, ++i, word));
        default -> throw new IllegalArgumentException("rescore takes no " + word + ".");
      }
    }
    if (scorer != null && work == Work.PROPOSE) {
      throw new IllegalArgumentException(
          "Only the current scorer can score; --scorer goes with --compare or --accept.");
    }
    return new RescoreOptions(work, interview, scorer, json);
  }

  private static String value(List<String> arguments, int at, String option) {
    if (at == arguments.size()) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return arguments.get(at);
  }

  /// A version may have slashes in it, as those of language models do.
  private static Scorer scorer(String name) {
    int first = name.indexOf('/');
    int last = name.lastIndexOf('/');
    if (first == last) {
      throw new IllegalArgumentException("--scorer needs NAME/VERSION/CALIBRATION, not " + name);
    }
    return new Scorer(
        name.substring(0, first), name.substring(first + 1, last), name.substring(last + 1));
  }

  boolean concerns(String id) {
    return interview == null || interview.equals(id);
  }
}
