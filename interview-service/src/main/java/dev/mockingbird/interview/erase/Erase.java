package dev.mockingbird.interview.erase;

import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.ErasingCommand;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.RedisJournal;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// `./mockingbird erase interview ID` and `./mockingbird erase person ID`. Reads the installation's
/// addresses from the environment.
public final class Erase {

  private static final String USAGE =
      """
      Usage: ./mockingbird erase interview ID --yes
             ./mockingbird erase person ISSUER:NUMBER --yes

      What was written in an interview can then no longer be read by anybody in this installation, also
      not from backups of Kafka alone. A person's erasure erases every interview the person took part
      in. There is no way back. Backups made before with ./mockingbird backup still hold everything:
      destroy them.""";

  private Erase() {}

  static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
  }

  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (arguments.size() != 3
        || !List.of("interview", "person").contains(arguments.getFirst())
        || !arguments.get(2).equals("--yes")) {
      err.println(USAGE);
      return 2;
    }
    Shards shards =
        new Shards(Integer.parseInt(environment.getOrDefault("MOCKINGBIRD_SHARDS", "8")));
    int result =
        ErasingCommand.run(
            "erasure",
            environment,
            err,
            (redis, installation) ->
                erase(
                    erasure(redis, installation, shards),
                    arguments.get(0),
                    arguments.get(1),
                    out,
                    err));
    if (result == 0) {
      out.println("Backups made before this still hold it: destroy them.");
    }
    return result;
  }

  private static Erasure erasure(
      StatefulRedisConnection<String, String> redis, InstallationKey installation, Shards shards) {
    DataKeys dataKeys = new DataKeys(redis, shards, installation, new SecureRandom());
    return new Erasure(
        redis,
        new RedisJournal(redis, () -> UUID.randomUUID().toString(), ""),
        new EventCodec("default", dataKeys),
        dataKeys,
        shards);
  }

  private static int erase(
      Erasure erasure, String what, String id, PrintStream out, PrintStream err) {
    String receipt = UUID.randomUUID().toString();
    if (what.equals("interview")) {
      if (!erasure.interview(id, receipt)) {
        err.println("There is no interview " + id + ".");
        return 1;
      }
      out.println("Erased interview " + id + ". Receipt: " + receipt);
      return 0;
    }
    PersonId person;
    try {
      person = new PersonId(id);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    Optional<List<String>> interviews = erasure.person(person, receipt);
    if (interviews.isEmpty()) {
      err.println("Nobody here has the id " + id + ".");
      return 1;
    }
    out.println(
        interviews.get().isEmpty()
            ? "Erased " + id + ", who took part in no interview. Receipt: " + receipt
            : "Erased %s and the interviews %s. Receipt: %s"
                .formatted(id, String.join(", ", interviews.get()), receipt));
    return 0;
  }
}
