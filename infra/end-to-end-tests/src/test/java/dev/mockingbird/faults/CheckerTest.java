package dev.mockingbird.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.faults.PageRecord.Acknowledged;
import dev.mockingbird.faults.PageRecord.Moved;
import dev.mockingbird.faults.PageRecord.Refused;
import dev.mockingbird.faults.PageRecord.Shown;
import dev.mockingbird.faults.PageRecord.Text;
import dev.mockingbird.faults.PageRecord.Welcomed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A check that cannot fail is worth nothing: here each rule is broken once.
class CheckerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<JournalCopy.Line> lines = new ArrayList<>();
  private final PageRecord chen = new PageRecord("chen", "demo:1003");
  private final PageRecord ivan = new PageRecord("ivan", "demo:1002");

  /// The room is open; chen typed twice and wrote a line, ivan typed once; both saw all of it.
  CheckerTest() {
    fact("room.opened.v1", "demo:1002", "{}");
    for (PageRecord page : List.of(chen, ivan)) {
      page.told(new Welcomed("e", 1, Map.of()));
    }
    chen.sent(1, "edit", List.of("chen.1"));
    edit(0, "chen", "[[0,'‹chen.1›好😀']]");
    ivan.sent(1, "edit", List.of("ivan.1"));
    edit(1, "ivan", "[[0,'‹ivan.1›'],11]");
    chen.sent(2, "edit", List.of("chen.2"));
    edit(2, "chen", "[8,[9],[0,'‹chen.2›'],2]");
    chen.sent(3, "post-chat", List.of("chen.3"));
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.3›'}");
    for (long n = 1; n <= 3; n++) {
      chen.told(new Acknowledged(n, 5));
    }
    ivan.told(new Acknowledged(1, 3));
  }

  @Test
  void findsNothingWhereNothingIsWrong() {
    Verdict verdict = check();

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.changes()).isEqualTo(4);
    assertThat(verdict.acknowledged()).isEqualTo(4);
    assertThat(verdict.shown()).isEqualTo(8);
  }

  @Test
  void findsAnAcknowledgedChangeThatIsLost() {
    lines.removeLast();

    assertThat(check().violations())
        .contains("room r: post-chat 3 of chen: acknowledged change chen.3 is lost");
  }

  @Test
  void toleratesAnUnacknowledgedChangeThatIsLost() {
    chen.sent(4, "post-chat", List.of("chen.4"));

    assertThat(check().violations()).isEmpty();
  }

  @Test
  void findsAChangeThatTookEffectTwice() {
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.3›'}");

    assertThat(check().violations())
        .contains("room r: post-chat 3 of chen: change chen.3 took effect 2 times");
  }

  @Test
  void findsAnUnacknowledgedChangeThatTookEffectTwice() {
    chen.sent(4, "post-chat", List.of("chen.4"));
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.4›'}");
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.4›'}");

    assertThat(check().violations())
        .contains("room r: post-chat 4 of chen: change chen.4 took effect 2 times");
  }

  @Test
  void findsChangesOfAPageInAnotherOrderThanItsOwn() {
    chen.sent(4, "post-chat", List.of("chen.4"));
    chen.sent(5, "post-chat", List.of("chen.5"));
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.5›'}");
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.4›'}");
    chen.told(new Acknowledged(4, 7));
    chen.told(new Acknowledged(5, 7));

    assertThat(check().violations())
        .contains("room r: chen: change chen.4 stands after a later one");
  }

  @Test
  void findsPagesThatWereShownDifferentOrders() {
    see(chen);
    ivan.told(shown(2));
    ivan.told(shown(4));
    ivan.told(shown(3));
    ivan.told(shown(5));
    end(ivan);

    assertThat(checkAsSeen().violations())
        .contains(
            "room r: ivan was not shown 1 entries between 2 and 3",
            "room r: ivan was shown entry 3 after 4");
  }

  @Test
  void findsAnEntryThatAPageWasNeverShown() {
    see(chen);
    ivan.told(shown(2));
    ivan.told(shown(3));
    ivan.told(shown(4));
    end(ivan);

    assertThat(checkAsSeen().violations())
        .contains("room r: ivan was not shown 1 entries between 4 and 5");
  }

  @Test
  void findsProgressBeyondWhatWasShown() {
    see(chen);
    ivan.told(shown(2));
    ivan.told(new Moved(5));
    end(ivan);

    assertThat(checkAsSeen().violations())
        .contains("room r: ivan was not shown 3 entries between 2 and 5");
  }

  @Test
  void findsAnEntryThatAPageWasShownTwice() {
    see(chen);
    see(ivan);
    ivan.told(shown(5));

    assertThat(checkAsSeen().violations()).contains("room r: ivan was shown entry 5 after 5");
  }

  @Test
  void findsAnEntryThatWasShownOtherThanItStands() {
    see(chen);
    ivan.told(new Shown("e", 2, "document-edited demo:1003 q1:text 0 chen:[[0,\"else\"]]"));
    for (int sequence = 3; sequence <= 5; sequence++) {
      ivan.told(shown(sequence));
    }
    end(ivan);

    assertThat(checkAsSeen().violations())
        .anyMatch(it -> it.startsWith("room r: ivan was shown entry 2 as ["));
  }

  @Test
  void findsAVersionThatWasAcceptedTwice() {
    chen.sent(4, "edit", List.of("chen.4"));
    edit(2, "chen", "[[0,'‹chen.4›'],18]");

    assertThat(check().violations())
        .anyMatch(it -> it.contains("a version was accepted twice or left out: entry 6"));
  }

  @Test
  void findsAHoleInTheSequence() {
    JournalCopy.Line last = lines.removeLast();
    lines.add(new JournalCopy.Line("6-0", last.fields()));

    assertThat(check().violations())
        .contains("room r: the sequence is not dense: 6-0 stands where 5 should");
  }

  @Test
  void findsFactsThatAreNotNumberedDensely() {
    lines.removeLast();
    lines.add(
        line(
            "5-0",
            3,
            "{'type':'room.chat-posted.v1','actor':'demo:1003','data':{'text':'‹chen.3›'}}"));

    assertThat(check().violations()).contains("room r: fact 2 has the number 3");
  }

  @Test
  void findsARefusedCommandThatTookEffect() {
    chen.sent(4, "post-chat", List.of("chen.4"));
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.4›'}");
    chen.told(new Refused(4, "NOT_ALLOWED"));

    assertThat(check().violations())
        .contains("room r: post-chat 4 of chen was refused and took effect");
  }

  @Test
  void findsACommandThatTookEffectInPart() {
    chen.sent(4, "edit", List.of("chen.4", "chen.5"));
    edit(3, "chen", "[[0,'‹chen.4›'],18]");

    assertThat(check().violations()).contains("room r: edit 4 of chen took effect in part: 1 of 2");
  }

  @Test
  void findsAChangeThatNobodySent() {
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.9›'}");

    assertThat(check().violations())
        .contains("room r: nobody sent change chen.9, which stands in the journal");
  }

  @Test
  void findsAnAcknowledgementThatPointsBeforeItsChange() {
    chen.sent(4, "post-chat", List.of("chen.4"));
    fact("room.chat-posted.v1", "demo:1003", "{'text':'‹chen.4›'}");
    chen.told(new Acknowledged(4, 5));

    assertThat(check().violations())
        .contains("room r: post-chat 4 of chen: acknowledged at 5, but chen.4 stands at 6");
  }

  @Test
  void findsATextThatIsNotTheJournals() {
    see(chen);
    see(ivan);
    ivan.ends(Map.of("q1:text", new Text(3, "something else")));

    assertThat(checkAsSeen().violations())
        .anyMatch(it -> it.startsWith("room r: ivan ends with version 3 of q1:text"));
  }

  @Test
  void findsAWelcomeWithATextThatIsNotTheJournals() {
    see(chen);
    ivan.told(shown(2));
    ivan.told(new Welcomed("e", 4, Map.of("q1:text", new Text(3, "‹ivan.1›"))));
    ivan.told(shown(5));
    end(ivan);

    assertThat(checkAsSeen().violations())
        .anyMatch(it -> it.startsWith("room r: ivan was welcomed with version 3 of q1:text"));
  }

  @Test
  void findsAnotherEpoch() {
    see(chen);
    see(ivan);
    ivan.told(new Welcomed("other", 5, Map.of()));

    assertThat(checkAsSeen().violations()).contains("room r: ivan was told the epoch other, not e");
  }

  @Test
  void passesOnWhatThePageItselfFoundOdd() {
    chen.odd("was closed with 4400");

    assertThat(check().violations()).contains("room r: chen was closed with 4400");
  }

  private Verdict check() {
    see(chen);
    see(ivan);
    return checkAsSeen();
  }

  private Verdict checkAsSeen() {
    long facts = lines.stream().filter(it -> !it.fields().get("n").equals("0")).count();
    Map<String, String> head = Map.of("epoch", "e", "seq", "" + lines.size(), "facts", "" + facts);
    return Checker.check(new JournalCopy("r", lines, head), List.of(chen, ivan));
  }

  /// The page is shown everything that the journal has.
  private void see(PageRecord page) {
    for (int sequence = 2; sequence <= lines.size(); sequence++) {
      page.told(shown(sequence));
    }
    end(page);
  }

  private void end(PageRecord page) {
    page.ends(Map.of("q1:text", new FoldedJournal(copy(), java.util.Set.of()).text("q1:text", 99)));
  }

  private JournalCopy copy() {
    return new JournalCopy("r", lines, Map.of());
  }

  private Shown shown(int sequence) {
    return new Shown(
        "e",
        sequence,
        new FoldedJournal(copy(), java.util.Set.of()).content(sequence).orElseThrow());
  }

  private void edit(int version, String page, String changes) {
    String actor = page.equals("chen") ? "demo:1003" : "demo:1002";
    lines.add(
        line(
            lines.size() + 1 + "-0",
            0,
            "{'type':'document-edited','actor':'%s','document':'q1:text','version':%d,'updates':[{'client':'%s','changes':%s}]}"
                .formatted(actor, version, page, changes)));
  }

  private void fact(String type, String actor, String data) {
    long number = 1 + lines.stream().filter(it -> !it.fields().get("n").equals("0")).count();
    lines.add(
        line(
            lines.size() + 1 + "-0",
            number,
            "{'type':'%s','actor':'%s','data':%s}".formatted(type, actor, data)));
  }

  private static JournalCopy.Line line(String id, long number, String json) {
    JsonNode whole = JSON.readTree(json.replace('\'', '"'));
    return new JournalCopy.Line(id, Map.of("t", "0", "n", "" + number, "d", whole.toString()));
  }
}
