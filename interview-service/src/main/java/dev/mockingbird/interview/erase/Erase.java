package dev.mockingbird.interview.erase;

import dev.mockingbird.eventlog.AppendOnlyFile;
import dev.mockingbird.eventlog.DataKeys;
import dev.mockingbird.eventlog.EventCodec;
import dev.mockingbird.eventlog.InstallationKey;
import dev.mockingbird.eventlog.RedisJournal;
import dev.mockingbird.eventlog.Shards;
import dev.mockingbird.events.PersonId;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import java.io.PrintStream;
import java.nio.file.Path;
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
    String redis = environment.get("MOCKINGBIRD_REDIS_URL");
    String keyFile = environment.get("MOCKINGBIRD_INSTALLATION_KEY_FILE");
    if (redis == null || keyFile == null) {
      err.println(
          "The installation's addresses are missing: start it with ./mockingbird up, or set"
              + " MOCKINGBIRD_REDIS_URL and MOCKINGBIRD_INSTALLATION_KEY_FILE.");
      return 2;
    }
    Shards shards =
        new Shards(Integer.parseInt(environment.getOrDefault("MOCKINGBIRD_SHARDS", "8")));
    try (RedisClient client = RedisClient.create(redis);
        var connection = client.connect()) {
      DataKeys dataKeys =
          new DataKeys(
              connection, shards, InstallationKey.read(Path.of(keyFile)), new SecureRandom());
      Erasure erasure =
          new Erasure(
              connection,
              new RedisJournal(connection, () -> UUID.randomUUID().toString(), ""),
              new EventCodec("default", dataKeys),
              dataKeys,
              shards);
      int result = erase(erasure, arguments.get(0), arguments.get(1), out, err);
      if (result == 0) {
        new AppendOnlyFile(connection).rewrite();
        out.println("Backups made before this still hold it: destroy them.");
      }
      return result;
    } catch (RedisException e) {
      err.println(
          "Redis does not answer, so the erasure may not be complete: start Mockingbird and run the"
              + " same command again. ("
              + e.getMessage()
              + ")");
      return 1;
    } catch (IllegalStateException e) {
      err.println(
          "The erasure is not complete: " + e.getMessage() + ". Run the same command again.");
      return 1;
    }
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
