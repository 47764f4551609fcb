package dev.mockingbird.interview.live;

import static dev.mockingbird.interview.room.RoomFixture.CHEN;
import static dev.mockingbird.interview.room.RoomFixture.IVAN;
import static dev.mockingbird.interview.room.RoomFixture.MEI;
import static dev.mockingbird.interview.room.RoomFixture.OLGA;
import static dev.mockingbird.interview.room.RoomFixture.question;
import static dev.mockingbird.interview.room.RoomFixture.staff;

import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import dev.mockingbird.interview.document.ChangeSet;
import dev.mockingbird.interview.document.Document;
import dev.mockingbird.interview.document.Update;
import dev.mockingbird.interview.room.RoomCommand;
import dev.mockingbird.interview.room.RoomEntryCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// An interview on two instances in which people do things at random. Their frames and the answers
/// to them get lost, so that they are sent again, to either instance, and what one instance appends
/// the other hears later.
final class RandomInterview {

  static final List<PersonId> PEOPLE = List.of(IVAN, CHEN, MEI, OLGA);

  private static final CodeLanguage[] LANGUAGES = {
    CodeLanguage.TEXT, CodeLanguage.PYTHON, CodeLanguage.SQL
  };
  private static final String[] PIECES = {"a", "xyz", "\n", "持久化", "🙂", "  ", "l1\nl2", "，"};
  private static final String SYSTEM_CLIENT = "system/booking";

  final ModelJournal journal = new ModelJournal();
  final List<RoomInstance> instances;
  private final Random random;
  private final List<Page> pages = PEOPLE.stream().map(Page::new).toList();
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");
  private long booked;
  private int said;

  RandomInterview(RoomEntryCodec codec, Random random) {
    this.random = random;
    instances = List.of(new RoomInstance(journal, codec), new RoomInstance(journal, codec));
    system(new RoomCommand.OpenRoom("后端 🙂", Language.CHINESE, 45, null, IVAN));
    for (String id : List.of("aof", "tcp", "gc")) {
      system(new RoomCommand.PlanQuestion(question(id), staff(id)));
    }
    system(new RoomCommand.GrantCapability(CHEN, Capability.ANSWER));
    system(new RoomCommand.GrantCapability(MEI, Capability.ANSWER));
  }

  /// A page keeps what is not acknowledged and sends nothing else before it.
  private static final class Page {
    private record Sent(RoomCommand command, long n) {}

    private final PersonId person;
    private final Map<String, Integer> versions = new HashMap<>();
    private @Nullable Sent waiting;
    private long n;
    private int typed;

    Page(PersonId person) {
      this.person = person;
    }

    String client() {
      return person + "/page";
    }
  }

  void play(int steps) {
    for (int i = 0; i < steps; i++) {
      now = now.plusMillis(random.nextInt(4_000));
      if (random.nextInt(8) == 0) {
        instance().catchUp();
      } else if (random.nextInt(25) == 0) {
        membership();
      } else {
        Page page = pages.get(random.nextInt(pages.size()));
        if (page.waiting == null) {
          page.waiting = new Page.Sent(command(page), ++page.n);
        }
        send(page);
      }
    }
  }

  /// Everything that waits is sent until it is answered, and the room may be ended before or after.
  void settle() {
    boolean ended = random.nextBoolean();
    for (Page page : pages) {
      while (page.waiting != null) {
        send(page);
      }
      if (ended && page.person.equals(IVAN)) {
        page.waiting = new Page.Sent(new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER), ++page.n);
      }
    }
    for (Page page : pages) {
      while (page.waiting != null) {
        send(page);
      }
    }
    instances.forEach(RoomInstance::catchUp);
  }

  RoomInstance instance() {
    return instances.get(random.nextInt(instances.size()));
  }

  Instant now() {
    return now;
  }

  /// Changes that were acknowledged to this person.
  int typed(PersonId person) {
    return pages.get(PEOPLE.indexOf(person)).typed;
  }

  private void send(Page page) {
    Page.Sent sent = page.waiting;
    if (sent == null || random.nextInt(10) == 0) {
      return; // lost on the way there
    }
    RoomInstance instance = instance();
    boolean done = instance.execute(page.person, sent.command(), page.client(), sent.n(), now);
    if (random.nextInt(4) == 0) {
      return; // the answer is lost
    }
    page.waiting = null;
    if (sent.command() instanceof RoomCommand.EditDocument edit && done) {
      page.typed += edit.updates().size();
      page.versions.put(edit.document(), version(instance, edit.document()));
    }
  }

  private void system(RoomCommand command) {
    instances.getFirst().execute(PersonId.SYSTEM, command, SYSTEM_CLIENT, ++booked, now);
  }

  private void membership() {
    system(
        switch (random.nextInt(4)) {
          case 0, 1 -> new RoomCommand.GrantCapability(OLGA, Capability.OBSERVE);
          case 2 -> new RoomCommand.GrantCapability(MEI, Capability.OBSERVE);
          default -> new RoomCommand.WithdrawCapability(OLGA, Capability.OBSERVE);
        });
  }

  private RoomCommand command(Page page) {
    int question = 1 + random.nextInt(2);
    String document = "q" + question + ":" + LANGUAGES[random.nextInt(LANGUAGES.length)].wire();
    return switch (random.nextInt(40)) {
      case 0, 1, 2 -> new RoomCommand.GiveConsent();
      case 3, 4 -> new RoomCommand.AdmitCandidate(random.nextInt(3) == 0 ? MEI : CHEN);
      case 5, 6, 7 -> new RoomCommand.AskQuestion(random.nextInt(3));
      case 8 -> new RoomCommand.ShowHint(question);
      case 9 -> new RoomCommand.AskFollowUp(question, line());
      case 10 -> new RoomCommand.TickKeyPoint(question, 0, random.nextBoolean());
      case 11 ->
          new RoomCommand.AllotTime(random.nextBoolean() ? question : null, random.nextInt(60));
      case 12 -> new RoomCommand.StartFocus(1);
      case 13 -> new RoomCommand.EndFocus();
      case 14, 15 ->
          new RoomCommand.ChooseLanguage(question, LANGUAGES[random.nextInt(LANGUAGES.length)]);
      case 16 -> run(question, document);
      case 17, 18 -> new RoomCommand.SubmitAnswer(question, document, known(page, document));
      case 19 -> new RoomCommand.WriteNote(line(), random.nextBoolean() ? question : null);
      case 20, 21 -> new RoomCommand.PostChat(line());
      case 22 -> new RoomCommand.SetCallLink("https://meet.example/" + said++);
      case 23 ->
          random.nextInt(6) == 0
              ? new RoomCommand.ReleaseFeedback()
              : new RoomCommand.PostChat(line());
      default -> edit(page, document);
    };
  }

  private String line() {
    return PIECES[random.nextInt(PIECES.length)] + " 🙂 " + said++;
  }

  private RoomCommand run(int question, String document) {
    RunOutcome outcome = RunOutcome.values()[random.nextInt(3)];
    return new RoomCommand.ReportRun(
        question, document, 0, outcome, "输出 " + said++, random.nextBoolean(), random.nextInt(9));
  }

  /// The version the page has of a document: what it had, or what an instance shows it now.
  private int known(Page page, String document) {
    int version = page.versions.getOrDefault(document, 0);
    int seen = random.nextBoolean() ? version : version(instance(), document);
    page.versions.put(document, Math.max(version, seen));
    return Math.max(version, seen);
  }

  private static int version(RoomInstance instance, String document) {
    return instance.room().findDocument(document).map(Document::version).orElse(0);
  }

  /// One to three changes, on the text as the page has it.
  private RoomCommand edit(Page page, String document) {
    int version = known(page, document);
    String text =
        instances.stream()
            .flatMap(instance -> instance.room().findDocument(document).stream())
            .filter(found -> found.version() >= version)
            .findFirst()
            .map(found -> found.textAt(version))
            .orElse("");
    List<Update> updates = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      ChangeSet change = change(text);
      text = change.apply(text);
      updates.add(new Update(page.client(), change));
    }
    return new RoomCommand.EditDocument(document, version, updates);
  }

  private ChangeSet change(String text) {
    int from = boundary(text, random.nextInt(text.length() + 1));
    int to = boundary(text, Math.min(text.length(), from + random.nextInt(3)));
    List<Object> replaced = new ArrayList<>(List.of(to - from));
    if (random.nextInt(5) > 0 || from == to) {
      replaced.addAll(List.of(PIECES[random.nextInt(PIECES.length)].split("\n", -1)));
    }
    List<Object> sections = new ArrayList<>();
    if (from > 0) {
      sections.add(from);
    }
    sections.add(replaced);
    if (to < text.length()) {
      sections.add(text.length() - to);
    }
    return ChangeSet.parse(sections);
  }

  private static int boundary(String text, int at) {
    boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return inside ? at - 1 : at;
  }
}
