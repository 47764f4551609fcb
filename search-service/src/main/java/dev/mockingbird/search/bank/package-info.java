/// The question bank: what is asked, in which version, with which answer. It decides in Redis and
/// remembers in Kafka; it never asks the index.
///
/// ```
/// {bank}:question:<id>:journal        all that happened to a question, one QuestionPublished per
///                                     version; scopes `versions` and `draft`
/// {bank}:bank:imports:journal         one ImportApplied per import and one ImportUndone for each that
///                                     was taken back, in the order they took effect
/// {bank}:question:<id>:data-key       what its texts are encrypted with in Kafka; purging deletes it
/// {bank}:index:question-identity      `text/<digest>` or `key/<source>/<key>/<lang>` -> question id
/// {bank}:index:drafted-question       question id -> itself: it may have a draft
/// {bank}:index:applied-import         batch -> batch: what it did counts, or it never will
/// {bank}:index:import-answer          Idempotency-Key -> what its import or undoing answered
/// {bank}:viewed:<question>:journal    who saw the reference
/// ```
@NullMarked
package dev.mockingbird.search.bank;

import org.jspecify.annotations.NullMarked;
