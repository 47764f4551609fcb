package dev.mockingbird.benchmarks.figure;

import dev.mockingbird.benchmarks.load.Party;
import dev.mockingbird.benchmarks.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Who is measured in turns: the floor, the service, and whoever else was named.
final class Contestants {

  static final String FLOOR = "relay";
  static final String SERVICE = "service";

  private Contestants() {}

  static List<Party> on(Stage stage, int rooms) throws IOException {
    List<Party> parties = new ArrayList<>();
    parties.add(stage.relay(rooms));
    parties.add(stage.service(rooms));
    stage.other(rooms).ifPresent(parties::add);
    return parties;
  }

  static List<String> others(List<Party> parties) {
    return parties.stream()
        .map(Party::server)
        .filter(name -> !name.equals(FLOOR) && !name.equals(SERVICE))
        .toList();
  }
}
