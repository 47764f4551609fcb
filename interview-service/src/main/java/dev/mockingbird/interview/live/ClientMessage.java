package dev.mockingbird.interview.live;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.RoomEvent.EndReason;
import dev.mockingbird.events.RoomEvent.RunOutcome;
import dev.mockingbird.interview.document.Update;
import dev.mockingbird.interview.room.RoomCommand;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything a browser may say in a room. The wire type is the record's name in kebab case.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ClientMessage {

  /// The first frame.
  ///
  /// @param client this page's identity; survives a reload together with its unsent work
  /// @param position the last one the page has seen
  /// @param documents versions of the documents on which the page holds unacknowledged work
  record Hello(String client, @Nullable Position position, @Nullable Map<String, Integer> documents)
      implements ClientMessage {}

  /// A cursor; shown to the others, never kept.
  record Point(String document, int anchor, int head) implements ClientMessage {}

  record Ping() implements ClientMessage {}

  /// An intention that takes effect once for each (client, n).
  sealed interface Command extends ClientMessage {
    /// Rising for each client.
    long n();

    RoomCommand toRoom();
  }

  record Edit(long n, String document, int version, List<Update> updates) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.EditDocument(document, version, updates);
    }
  }

  record GiveConsent(long n) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.GiveConsent();
    }
  }

  record Admit(long n, PersonId person) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.AdmitCandidate(person);
    }
  }

  record Ask(long n, int planned) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.AskQuestion(planned);
    }
  }

  record ShowHint(long n, int question) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.ShowHint(question);
    }
  }

  record Submit(long n, int question, String document, int version) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.SubmitAnswer(question, document, version);
    }
  }

  record PostChat(long n, String text) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.PostChat(text);
    }
  }

  record WriteNote(long n, String text, @Nullable Integer question) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.WriteNote(text, question);
    }
  }

  record SetCallLink(long n, String url) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.SetCallLink(url);
    }
  }

  record ChooseLanguage(long n, int question, CodeLanguage language) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.ChooseLanguage(question, language);
    }
  }

  record AskFollowUp(long n, int question, String text) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.AskFollowUp(question, text);
    }
  }

  record TickKeyPoint(long n, int question, int keyPoint, boolean covered) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.TickKeyPoint(question, keyPoint, covered);
    }
  }

  /// @param question absent: the whole interview
  record AllotTime(long n, @Nullable Integer question, int minutes) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.AllotTime(question, minutes);
    }
  }

  record StartFocus(long n, int minutes) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.StartFocus(minutes);
    }
  }

  record EndFocus(long n) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.EndFocus();
    }
  }

  /// What running the document in this browser did.
  record ReportRun(
      long n,
      int question,
      String document,
      int version,
      RunOutcome outcome,
      String output,
      boolean truncated,
      int millis)
      implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.ReportRun(
          question, document, version, outcome, output, truncated, millis);
    }
  }

  record ReleaseFeedback(long n) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.ReleaseFeedback();
    }
  }

  record EndRoom(long n) implements Command {
    @Override
    public RoomCommand toRoom() {
      return new RoomCommand.EndRoom(EndReason.BY_INTERVIEWER);
    }
  }
}
