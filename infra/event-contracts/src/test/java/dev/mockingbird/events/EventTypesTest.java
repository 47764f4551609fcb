package dev.mockingbird.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {

  @Test
  void everyEventHasAWireTypeOfItsFamilyWithAVersion() {
    assertThat(EventTypes.all()).hasSizeGreaterThan(20);
    EventTypes.all()
        .forEach(
            (wireType, event) ->
                assertThat(wireType)
                    .as(event.getName())
                    .matches("(room|interview|bank|score|access)\\.[a-z]+(-[a-z]+)*\\.v[0-9]+")
                    .startsWith(family(event)));
  }

  @Test
  void anUnknownTypeIsAbsentRatherThanAnError() {
    assertThat(EventTypes.find("room.danced.v9")).isEmpty();
  }

  /// Whatever a person typed is encrypted in Kafka; what is not is an id, an address of ours or
  /// bank content, and named here on purpose.
  @Test
  void everyTextOfAnInterviewIsConfidentialUnlessItIsNamedHere() {
    assertThat(plain("(room|interview|score)\\..*"))
        .containsExactlyInAnyOrder(
            "room.question-planned.v1 content",
            "room.question-asked.v1 content",
            "room.answer-submitted.v1 content",
            "room.answer-submitted.v1 document",
            "interview.invitation-issued.v1 invitation",
            "interview.invitation-issued.v1 boundTo",
            "interview.invitation-revoked.v1 invitation",
            "interview.invitation-accepted.v1 invitation",
            "interview.erased.v1 receipt",
            "score.answer-scored.v1 rules");
  }

  /// A question's words and its staff material; where it is filed is told to anybody who may list
  /// the bank.
  @Test
  void everyTextOfAQuestionIsConfidential() {
    assertThat(plain("bank\\.(question|draft).*"))
        .containsExactlyInAnyOrder(
            "bank.question-published.v1 translationKey",
            "bank.question-published.v1 batch",
            "bank.draft-discarded.v1 question",
            "bank.question-retired.v1 question",
            "bank.question-retired.v1 batch",
            "bank.question-purged.v1 question",
            "bank.question-purged.v1 receipt");
  }

  private static List<String> plain(String types) {
    return EventTypes.all().entrySet().stream()
        .filter(it -> it.getKey().matches(types))
        .flatMap(
            it ->
                Stream.of(it.getValue().getRecordComponents())
                    .filter(component -> !component.isAnnotationPresent(Confidential.class))
                    .filter(component -> mayHoldText(component.getGenericType().getTypeName()))
                    .map(component -> it.getKey() + " " + component.getName()))
        .toList();
  }

  private static boolean mayHoldText(String type) {
    return type.contains("String")
        || type.contains("QuestionSnapshot")
        || type.contains("StaffMaterial")
        || type.contains("AskedQuestion")
        || type.contains("KeyPointScore");
  }

  private static String family(Class<?> event) {
    return event.getInterfaces()[0].getSimpleName().replace("Event", "").toLowerCase() + ".";
  }
}
