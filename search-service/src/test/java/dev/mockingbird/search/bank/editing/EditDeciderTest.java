package dev.mockingbird.search.bank.editing;

import static dev.mockingbird.search.bank.editing.Histories.CHEN;
import static dev.mockingbird.search.bank.editing.Histories.ID;
import static dev.mockingbird.search.bank.editing.Histories.IVAN;
import static dev.mockingbird.search.bank.editing.Histories.LENA;
import static dev.mockingbird.search.bank.editing.Histories.NOTHING;
import static dev.mockingbird.search.bank.editing.Histories.after;
import static dev.mockingbird.search.bank.editing.Histories.drafted;
import static dev.mockingbird.search.bank.editing.Histories.form;
import static dev.mockingbird.search.bank.editing.Histories.published;
import static dev.mockingbird.search.bank.editing.Histories.wanted;
import static dev.mockingbird.search.bank.editing.Histories.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mockingbird.events.BankEvent;
import dev.mockingbird.events.Filing;
import dev.mockingbird.search.bank.BankReader.Known;
import dev.mockingbird.search.bank.Question;
import dev.mockingbird.search.web.Caller;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditDeciderTest {

  @Test
  void publishesTheNextVersionUponTheOneThatWasSeen() {
    Known known = published("一", "二");

    assertThat(known.state().version()).isEqualTo(2);
    assertThat(titleOf(known)).isEqualTo("二");
    assertThat(known.state().last().by()).isEqualTo(CHEN.person());
    assertThat(known.history().guard()).isEqualTo(2);
  }

  @Test
  void refusesTheSecondOfTwoPeopleWhoSawTheSameVersion() {
    Known known = published("一", "二");

    assertThat(refusal(known, CHEN, new EditCommand.Publish(1, null, null, wanted("另一个二"))))
        .isEqualTo(Refusal.EDIT_CONFLICT);
    assertThat(refusal(known, IVAN, new EditCommand.SaveDraft(1, 0, null, wanted("另一个二"))))
        .isEqualTo(Refusal.EDIT_CONFLICT);
    assertThat(refusal(known, CHEN, new EditCommand.Restore(1, 1)))
        .isEqualTo(Refusal.EDIT_CONFLICT);
  }

  @Test
  void writesNothingForAFormThatSaysNothingNew() {
    assertThat(
            EditDecider.decide(
                ID, published("一"), CHEN, new EditCommand.Publish(1, null, null, wanted("一"))))
        .isEqualTo(new Decision.Accepted(List.of()));
  }

  @Test
  void letsInterviewersDraftAndOrganisersAlonePublishRestoreRetireAndReinstate() {
    Known known = published("一", "二");

    for (EditCommand command :
        List.of(
            new EditCommand.Publish(2, null, null, wanted("三")),
            new EditCommand.Restore(1, 2),
            new EditCommand.Retire("泄露"),
            new EditCommand.Reinstate())) {
      assertThat(refusal(known, IVAN, command)).isEqualTo(Refusal.ORGANISERS_ONLY);
    }
    assertThat(drafted(known, "三").state().draft().question().content().title()).isEqualTo("三");
    assertThat(titleOf(drafted(known, "三"))).isEqualTo("二");
  }

  @Test
  void sharesOneDraftAmongInterviewersAndRefusesWhoSawAnOlderOne() {
    Known known = drafted(published("一"), "草稿");

    assertThat(refusal(known, LENA, new EditCommand.SaveDraft(1, 0, null, wanted("别的"))))
        .isEqualTo(Refusal.EDIT_CONFLICT);
    Known later = after(known, LENA, new EditCommand.SaveDraft(1, 1, null, wanted("更好的草稿")));
    assertThat(later.state().draft().by()).isEqualTo(LENA.person());
    assertThat(later.history().drafts()).isEqualTo(2);
  }

  @Test
  void publishesADraftThatWasSeenAndLeavesOneThatWasNot() {
    Known known = drafted(published("一"), "草稿");

    Known unseen = after(known, CHEN, new EditCommand.Publish(1, null, null, wanted("二")));
    Known seen = after(known, CHEN, new EditCommand.Publish(1, 1L, null, wanted("草稿")));

    assertThat(unseen.state().draft()).isNotNull();
    assertThat(seen.state().draft()).isNull();
    assertThat(titleOf(seen)).isEqualTo("草稿");
    assertThat(
            refusal(
                drafted(known, "草稿二"), CHEN, new EditCommand.Publish(1, 1L, null, wanted("草稿"))))
        .isEqualTo(Refusal.EDIT_CONFLICT);
  }

  @Test
  void takesNothingBackThatWasPublishedSinceADraftWasWrittenUnlessItsWriterKnows() {
    Known known = drafted(published("一"), "草稿");
    known = after(known, CHEN, new EditCommand.Publish(1, null, null, wanted("二")));

    assertThat(refusal(known, CHEN, new EditCommand.Publish(2, 1L, null, wanted("草稿"))))
        .isEqualTo(Refusal.EDIT_CONFLICT);
    assertThat(refusal(known, IVAN, new EditCommand.SaveDraft(2, 1, null, wanted("草稿"))))
        .isEqualTo(Refusal.EDIT_CONFLICT);
    assertThat(titleOf(after(known, CHEN, new EditCommand.Publish(2, 1L, 1, wanted("合并")))))
        .isEqualTo("合并");
    assertThat(
            after(known, IVAN, new EditCommand.SaveDraft(2, 1, 1, wanted("合并")))
                .state()
                .draft()
                .base())
        .isEqualTo(2);
  }

  @Test
  void discardsNoDraftThatWasNotSeen() {
    Known known = drafted(drafted(published("一"), "草稿"), "更好的草稿");

    assertThat(refusal(known, CHEN, new EditCommand.DiscardDraft(1L)))
        .isEqualTo(Refusal.EDIT_CONFLICT);
    assertThat(after(known, CHEN, new EditCommand.DiscardDraft(2L)).state().draft()).isNull();
  }

  @Test
  void findsNobodyANewQuestionBeforeAnOrganiserPublishesItsDraft() {
    Known known = drafted(NOTHING, "新题");

    assertThat(known.state().current()).isEmpty();
    assertThat(refusal(known, CHEN, new EditCommand.Publish(0, null, null, wanted("新题"))))
        .isEqualTo(Refusal.EDIT_CONFLICT);
    Known published = after(known, CHEN, new EditCommand.Publish(0, 1L, null, wanted("新题")));
    assertThat(published.state().version()).isEqualTo(1);
    assertThat(published.state().draft()).isNull();
  }

  @Test
  void letsItsAuthorOrAnOrganiserDiscardADraft() {
    Known known = drafted(published("一"), "草稿");

    assertThat(refusal(known, LENA, new EditCommand.DiscardDraft(null)))
        .isEqualTo(Refusal.NOT_YOUR_DRAFT);
    assertThat(after(known, IVAN, new EditCommand.DiscardDraft(null)).state().draft()).isNull();
    Known gone = after(known, CHEN, new EditCommand.DiscardDraft(null));
    assertThat(gone.state().draft()).isNull();
    assertThat(refusal(gone, IVAN, new EditCommand.DiscardDraft(null))).isEqualTo(Refusal.NO_DRAFT);
  }

  @Test
  void restoresWhatAVersionSaidAsANewOneAndKeepsWhereTheQuestionBelongs() {
    Known known = published("一");
    Question first = known.state().last().question();
    known =
        with(
            known,
            CHEN,
            List.of(
                new BankEvent.QuestionPublished(
                    form("二").question(ID, 2, Filing.NONE).content(),
                    first.staff(),
                    new Filing(List.of(), "list", "pair/q1+q2"),
                    null)));

    Known restored = after(known, CHEN, new EditCommand.Restore(1, 2));

    assertThat(restored.state().version()).isEqualTo(3);
    assertThat(titleOf(restored)).isEqualTo("一");
    assertThat(restored.state().last().question().filing())
        .isEqualTo(new Filing(List.of("数据库"), "list", "pair/q1+q2"));
    assertThat(refusal(known, CHEN, new EditCommand.Restore(9, 2)))
        .isEqualTo(Refusal.NO_SUCH_VERSION);
  }

  @Test
  void retiresWithAReasonAndChangesNothingOfARetiredQuestionBeforeItIsReinstated() {
    Known retired = after(published("一"), CHEN, new EditCommand.Retire("泄露"));

    assertThat(retired.state().current()).isEmpty();
    assertThat(retired.state().retired().reason()).isEqualTo("泄露");
    assertThat(retired.state().retired().by()).isEqualTo(CHEN.person());
    for (EditCommand command :
        List.of(
            new EditCommand.Publish(1, null, null, wanted("二")),
            new EditCommand.SaveDraft(1, 0, null, wanted("二")),
            new EditCommand.Restore(1, 1),
            new EditCommand.Retire("再次"))) {
      assertThat(refusal(retired, CHEN, command)).isEqualTo(Refusal.QUESTION_RETIRED);
    }
    Known back = after(retired, CHEN, new EditCommand.Reinstate());
    assertThat(titleOf(back)).isEqualTo("一");
    assertThat(back.history().guard()).isEqualTo(3);
    assertThat(refusal(back, CHEN, new EditCommand.Reinstate())).isEqualTo(Refusal.NOT_RETIRED);
  }

  @Test
  void refusesWhatAnotherQuestionSaysAlready() {
    EditCommand.Wanted elsewhere = new EditCommand.Wanted(form("一"), null, true);

    assertThat(refusal(NOTHING, CHEN, new EditCommand.Publish(0, null, null, elsewhere)))
        .isEqualTo(Refusal.QUESTION_EXISTS);
    assertThat(refusal(NOTHING, IVAN, new EditCommand.SaveDraft(0, 0, null, elsewhere)))
        .isEqualTo(Refusal.QUESTION_EXISTS);
  }

  @Test
  void knowsNothingOfAPurgedQuestion() {
    Known purged = with(published("一"), CHEN, List.of(new BankEvent.QuestionPurged(ID, "receipt")));

    assertThat(refusal(purged, CHEN, new EditCommand.Publish(0, null, null, wanted("一"))))
        .isEqualTo(Refusal.NO_SUCH_QUESTION);
  }

  @Test
  void countsWhatABatchDidOnlyOnceTheBatchIsApplied() {
    Known known = published("一");
    Question two = form("二").question(ID, 2, Filing.NONE);
    List<BankEvent> batch =
        List.of(
            new BankEvent.QuestionPublished(two.content(), two.staff(), two.filing(), "b1"),
            new BankEvent.QuestionRetired(ID, null, "b2"));

    Known pending = with(known, CHEN, batch);

    assertThat(titleOf(pending)).isEqualTo("一");
    assertThat(pending.history().guard()).isEqualTo(3);
    assertThat(titleOf(new Known(pending.history(), Set.of("b1")))).isEqualTo("二");
    assertThat(new Known(pending.history(), Set.of("b1", "b2")).state().current()).isEmpty();
  }

  private static String titleOf(Known known) {
    return known.state().current().orElseThrow().content().title();
  }

  private static Refusal refusal(Known known, Caller actor, EditCommand command) {
    return ((Decision.Refused) EditDecider.decide(ID, known, actor, command)).reason();
  }
}
