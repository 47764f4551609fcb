/// The bank out again: whole, in a form that comes back equal (Markdown, JSON Lines, CSV) or in one
/// that another program learns from (Anki). Retired questions and drafts stay where they are.
///
/// **Markdown** is for reading and editing by people. Lines that begin with a comment tell what
/// each part is, so that reading it back is no guess, whatever the texts contain:
///
/// ```
/// <!-- mockingbird: bank 1 -->                      the first line of the file
///
/// ## Threads                                        the topic of what follows
///
/// ### What is a lock?                               the title of a question, and below it
/// <!-- id: q0123456789abcde | lang: en | difficulty: hard | minutes: 8 | tags: a, b | also: Java
///      | translation: team list/lock | source: team list -->                    (all on one line)
///
/// <!-- part: body -->
///
/// Markdown, as it is, between empty lines
///
/// <!-- part: reference -->
/// **Reference answer**                              a label for people, skipped
///
/// Markdown
///
/// <!-- part: key-points -->                         and hints, rubric, follow-ups, sources
/// **Key points**
///
/// - one at a time (weight 3)                        the last brackets are the weight
///
/// <!-- end -->                                      of the question
/// ```
///
/// - A line of a text that looks like such a comment, however many backslashes precede it, gets one
///   backslash more, which the import takes away.
/// - A title, topic, entry or field that would not come back as it is (line ends, spaces at its
///   edges, a quotation mark in front, signs that mean something in the comment) is a JSON string.
///   So is a Markdown part with characters that no text file keeps, or with empty lines at its
///   edges.
/// - What stands between an end and the next question is read like any list.
///
/// **JSON Lines** has one object a line as `question.schema.json` in `bank.door` says.
///
/// **CSV** has the header of [dev.mockingbird.search.bank.door.Column], UTF-8 with a byte order
/// mark. A cell that a spreadsheet would run as a formula has an apostrophe before it, which the
/// import of this header takes away; lists have an entry a line, tags and further topics are
/// separated by commas.
///
/// **Anki** notes are text with tabs and HTML: the question's id as guid, a deck for each topic.
@NullMarked
package dev.mockingbird.search.bank.export;

import org.jspecify.annotations.NullMarked;
