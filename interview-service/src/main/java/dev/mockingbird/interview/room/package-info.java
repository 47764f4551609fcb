/// The rules of a live room, with no Spring and no store: a command is decided against the folded
/// state, the entries it becomes are appended to the journal, and the state evolves by them.
///
/// Scopes and who guards them:
///
/// | entry | bumps | guards |
/// |---|---|---|
/// | edit | its document | its document; an interviewer's also `focus` |
/// | answer submitted | `facts`, its document | `facts`, its document |
/// | ended | `facts` | `facts`, the document of each question in its chosen language; where it is blank and nothing was submitted, in every language |
/// | focus started, focus ended | `facts`, `focus` | `facts` |
/// | chat | nothing | nothing; an interviewer's `focus` |
/// | notes, ticked key points, runs | nothing | nothing |
/// | every other fact | `facts` | `facts` |
@NullMarked
package dev.mockingbird.interview.room;

import org.jspecify.annotations.NullMarked;
