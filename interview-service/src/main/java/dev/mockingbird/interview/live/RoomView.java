package dev.mockingbird.interview.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mockingbird.events.Capability;
import dev.mockingbird.events.CodeLanguage;
import dev.mockingbird.events.Language;
import dev.mockingbird.events.PersonId;
import dev.mockingbird.events.QuestionSnapshot;
import dev.mockingbird.events.StaffMaterial;
import dev.mockingbird.interview.room.AskedQuestion;
import dev.mockingbird.interview.room.Member;
import dev.mockingbird.interview.room.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The canonical fold of a room for one viewer.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomView(
    String interview,
    String title,
    Language language,
    Room.Status status,
    int plannedMinutes,
    @Nullable Instant openedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant deadline,
    @Nullable Instant focusUntil,
    String callLink,
    List<MemberView> members,
    @Nullable List<Planned> planned,
    List<Question> questions,
    List<Room.ChatLine> chat,
    List<Room.Note> notes) {

  public record MemberView(
      PersonId person, Collection<Capability> capabilities, boolean consented, boolean admitted) {}

  /// @param index into the plan, from 0
  public record Planned(int index, QuestionSnapshot content, StaffMaterial staff) {}

  /// @param deadline absent where nobody set a limit
  /// @param language the chosen one; its document is among `documents`, whose others have text or
  ///   once had some
  /// @param covered indexes of ticked key points; for staff
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Question(
      int question,
      int planned,
      QuestionSnapshot content,
      @Nullable StaffMaterial staff,
      List<String> hintsShown,
      int hintCount,
      Instant askedAt,
      boolean released,
      int minutes,
      @Nullable Instant deadline,
      CodeLanguage language,
      List<DocumentView> documents,
      List<AskedQuestion.Answer> answers,
      List<AskedQuestion.FollowUp> followUps,
      List<AskedQuestion.Run> runs,
      @Nullable List<Integer> covered) {}

  public record DocumentView(String id, CodeLanguage language, int version, String text) {}

  /// What `viewer` may see of the room: staff see the plan and the staff material, a candidate sees
  /// nothing of the questions before being let in and no staff material before its release.
  public static RoomView of(String interview, Room room, Member viewer) {
    boolean inside = viewer.inside();
    return new RoomView(
        interview,
        room.title(),
        room.language(),
        room.status(),
        room.plannedMinutes(),
        room.openedAt(),
        room.startedAt(),
        room.endedAt(),
        room.deadline(),
        inside ? room.focusUntil() : null,
        inside ? room.callLink() : "",
        room.members().stream().map(RoomView::member).toList(),
        viewer.may(Capability.INTERVIEW) ? plan(room) : null,
        inside
            ? room.questions().stream().map(asked -> question(room, asked, viewer)).toList()
            : List.of(),
        inside ? List.copyOf(room.chat()) : List.of(),
        room.notes().stream().filter(note -> Audience.mayRead(note.person(), viewer)).toList());
  }

  private static MemberView member(Member member) {
    return new MemberView(
        member.person(),
        member.capabilities().stream().sorted().toList(),
        member.consented(),
        member.admitted());
  }

  private static List<Planned> plan(Room room) {
    return IntStream.range(0, room.plan().size())
        .mapToObj(i -> new Planned(i, room.plan().get(i).content(), room.plan().get(i).staff()))
        .toList();
  }

  private static Question question(Room room, AskedQuestion asked, Member viewer) {
    return new Question(
        asked.question(),
        asked.planned(),
        asked.content(),
        viewer.staff() || asked.released() ? asked.staff() : null,
        List.copyOf(asked.hintsShown()),
        asked.staff().hints().size(),
        asked.askedAt(),
        asked.released(),
        asked.minutes(),
        asked.deadline(),
        asked.language(),
        documents(room, asked),
        List.copyOf(asked.answers()),
        List.copyOf(asked.followUps()),
        List.copyOf(asked.runs()),
        viewer.staff() ? List.copyOf(asked.covered()) : null);
  }

  private static List<DocumentView> documents(Room room, AskedQuestion asked) {
    List<DocumentView> documents = new ArrayList<>();
    for (CodeLanguage language : CodeLanguage.values()) {
      room.findDocument(asked.document(language))
          .filter(found -> found.version() > 0 || language == asked.language())
          .map(found -> new DocumentView(found.id(), language, found.version(), found.text()))
          .ifPresent(documents::add);
    }
    return documents;
  }
}
