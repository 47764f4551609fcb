package dev.mockingbird.faults;

import dev.mockingbird.demo.Person;
import dev.mockingbird.demo.RoomPage;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// A room that has begun, with a question asked, and the pages in it.
record Room(String id, List<Page> pages) {

  private static final int BOOKED_AT_ONCE = 8;

  /// @param faithful each page knows one instance only and waits for it; otherwise it goes to the
  ///   next one when its own does not answer, as behind a load balancer
  record Plan(int rooms, int pagesEach, boolean faithful) {}

  /// Somebody, with the id that stands in the journal.
  private record Somebody(Person person, String id, Map<String, String> headers) {}

  private static final List<String[]> DEMO_PAIRS =
      List.of(
          new String[] {"ivan", "chen"},
          new String[] {"olivia", "mei"},
          new String[] {"ivan", "mei"},
          new String[] {"olivia", "chen"});

  static List<Room> open(
      Stack stack, Network network, Plan plan, Random random, Latencies latencies)
      throws InterruptedException {
    Semaphore permits = new Semaphore(BOOKED_AT_ONCE);
    List<Future<Room>> opening = new ArrayList<>();
    Map<String, Somebody> signedIn = stack.hasGateway() ? signIn(stack) : Map.of();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < plan.rooms(); i++) {
        int number = i;
        long seed = random.nextLong();
        opening.add(
            threads.submit(
                () -> {
                  permits.acquire();
                  try {
                    return open(stack, network, plan, number, signedIn, seed, latencies);
                  } finally {
                    permits.release();
                  }
                }));
      }
    }
    return opening.stream().map(Room::opened).toList();
  }

  private static Room opened(Future<Room> room) {
    if (room.state() == Future.State.FAILED) {
      throw new IllegalStateException("a room could not be opened", room.exceptionNow());
    }
    return room.resultNow();
  }

  private static Map<String, Somebody> signIn(Stack stack) {
    Map<String, Somebody> all = new HashMap<>();
    for (String login : List.of("ivan", "olivia", "chen", "mei")) {
      Person person = Person.signedIn(stack.publicUrl(), login);
      String id = person.get("/api/me").path("id").asString();
      all.put(login, new Somebody(person, id, person.credentials()));
    }
    return all;
  }

  private static Room open(
      Stack stack,
      Network network,
      Plan plan,
      int number,
      Map<String, Somebody> signedIn,
      long seed,
      Latencies latencies) {
    String[] pair = DEMO_PAIRS.get(number % DEMO_PAIRS.size());
    Somebody interviewer =
        stack.hasGateway()
            ? Objects.requireNonNull(signedIn.get(pair[0]))
            : withToken(stack, 100_000 + 2 * number, "\"interviewer\",\"member\"", number);
    Somebody candidate =
        stack.hasGateway()
            ? Objects.requireNonNull(signedIn.get(pair[1]))
            : withToken(stack, 100_001 + 2 * number, "\"member\"", number);
    String id = begin(interviewer.person(), candidate);
    Random random = new Random(seed);
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < plan.pagesEach(); i++) {
      Somebody who = i % 2 == 0 ? interviewer : candidate;
      pages.add(
          new Page(
              network,
              door(stack, plan, id, number + i, who),
              "r" + number + "p" + i,
              who.id(),
              new Random(random.nextLong()),
              latencies));
    }
    return new Room(id, pages);
  }

  private static Somebody withToken(Stack stack, int number, String roles, int room) {
    String id = "demo:" + number;
    String token = stack.issuer().token(id, roles);
    int instance = room % stack.instances().size();
    Person person =
        Person.atInstance(
            URI.create("http://127.0.0.1:" + stack.instances().get(instance).port()),
            URI.create("http://127.0.0.1:" + stack.livePort(instance)),
            stack.publicUrl(),
            token);
    return new Somebody(person, id, person.credentials());
  }

  private static Line.Door door(Stack stack, Plan plan, String id, int turn, Somebody who) {
    String path = "/ws/rooms/" + id;
    if (stack.hasGateway()) {
      return new Line.Door(
          List.of(URI.create("ws://localhost:" + stack.gateway().port() + path)), who::headers);
    }
    int count = stack.instances().size();
    List<URI> addresses = new ArrayList<>();
    for (int i = 0; i < (plan.faithful() ? 1 : count); i++) {
      int port = stack.livePort((turn + i) % count);
      addresses.add(URI.create("ws://127.0.0.1:" + port + path));
    }
    return new Line.Door(addresses, who::headers);
  }

  private static String begin(Person interviewer, Somebody candidate) {
    String id =
        interviewer
            .post(
                "/api/interviews",
                Map.of(
                    "title",
                    "故障",
                    "language",
                    "zh",
                    "plannedMinutes",
                    480,
                    "questions",
                    List.of("aof")))
            .path("id")
            .asString();
    String link =
        interviewer
            .post("/api/interviews/" + id + "/invitations", Map.of("capability", "ANSWER"))
            .path("link")
            .asString();
    candidate
        .person()
        .post(
            "/api/invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance", null);
    try (RoomPage desk = new RoomPage(interviewer, id);
        RoomPage seat = new RoomPage(candidate.person(), id)) {
      seat.command("give-consent", Map.of());
      desk.command("admit", Map.of("person", candidate.id()));
      desk.command("ask", Map.of("planned", 0));
    }
    return id;
  }
}
