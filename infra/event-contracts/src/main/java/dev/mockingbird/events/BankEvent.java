package dev.mockingbird.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The question bank, keyed by question id or batch id on [Topics#BANK].
///
/// What carries a batch counts for nobody before that batch's [ImportApplied] or [ImportUndone].
public sealed interface BankEvent extends DomainEvent {

  /// A new immutable version of a question.
  ///
  /// @param translationKey where facts of old have what is now in the filing
  /// @param batch the import, or the undoing of one, that it came with
  /// @param filing absent in facts of old
  @WireType("bank.question-published.v1")
  record QuestionPublished(
      @Confidential QuestionSnapshot content,
      @Confidential StaffMaterial staff,
      @Nullable String translationKey,
      @Nullable String batch,
      @Nullable Filing filing)
      implements BankEvent {

    public QuestionPublished(
        QuestionSnapshot content, StaffMaterial staff, Filing filing, @Nullable String batch) {
      this(content, staff, null, batch, filing);
    }

    public QuestionPublished {
      filing = filing == null ? new Filing(List.of(), null, translationKey) : filing;
    }

    @Override
    public Filing filing() {
      return java.util.Objects.requireNonNull(filing);
    }
  }

  /// A wording that is proposed and counts for nobody; the newest one of a question is its draft.
  ///
  /// @param base the version it was written upon, 0 for a question that has none
  @WireType("bank.question-drafted.v1")
  record QuestionDrafted(
      @Confidential QuestionSnapshot content,
      @Confidential StaffMaterial staff,
      Filing filing,
      int base)
      implements BankEvent {}

  @WireType("bank.draft-discarded.v1")
  record DraftDiscarded(String question) implements BankEvent {}

  /// Nobody finds or picks it any more; its versions stay.
  ///
  /// @param reason in the words of who retired it
  /// @param batch the import, or the undoing of one, that it came with
  @WireType("bank.question-retired.v1")
  record QuestionRetired(
      String question, @Confidential @Nullable String reason, @Nullable String batch)
      implements BankEvent {}

  /// This, its last version, is found again.
  @WireType("bank.question-reinstated.v1")
  record QuestionReinstated(
      @Confidential QuestionSnapshot content, @Confidential StaffMaterial staff, Filing filing)
      implements BankEvent {}

  /// All its texts are gone from the bank for good.
  @WireType("bank.question-purged.v1")
  record QuestionPurged(String question, String receipt) implements BankEvent {}

  /// @param sha256 of what was imported, all its files
  /// @param rules version of the import rules
  /// @param order the list's questions as they stand in it, whatever became of each
  /// @param retired questions of the list's last import that it no longer has and that were retired
  /// @param profile a job's demands that the list held and that were kept
  /// @param said what the list said about each question of `order`, as a digest; `*` behind it: a
  ///   person wrote over it. Facts of old do not have it
  /// @param files their names
  @WireType("bank.import-applied.v1")
  record ImportApplied(
      String batch,
      String source,
      String sha256,
      int rules,
      List<String> added,
      List<String> changed,
      int unchanged,
      List<String> order,
      List<String> retired,
      @Nullable JobProfile profile,
      List<String> said,
      List<String> files)
      implements BankEvent {

    public ImportApplied {
      order = order == null ? List.of() : order;
      retired = retired == null ? List.of() : retired;
      said = said == null ? List.of() : said;
      files = files == null ? List.of() : files;
    }
  }

  /// What an import did was taken back, except for questions that were edited since.
  ///
  /// @param batch of the undoing itself
  /// @param undone the import
  /// @param restored questions that have their earlier version again
  /// @param retired questions that the import had added
  /// @param kept questions that were edited since and stay as they are
  @WireType("bank.import-undone.v1")
  record ImportUndone(
      String batch, String undone, List<String> restored, List<String> retired, List<String> kept)
      implements BankEvent {}
}
