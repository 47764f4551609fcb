import { ChangeSet, Text } from '@codemirror/state';
import { fold } from '../room/roomState';
import type { Entry, Position, RoomView, ServerMessage } from '../room/wire';

export type Welcome = Extract<ServerMessage, { type: 'welcome' }>;
/** What changes the room in a recording; everything else that was sent is passed over. */
export type Told = Welcome | Entry;
export type Written = { version: number; text: Text };

/**
 * The room at one position. The texts are kept apart from the view, as trees that share what did not change: an edit
 * costs its own size, and remembering a moment costs next to nothing. The view's own texts are those of its last fact.
 */
export type Moment = {
  position: Position;
  room: RoomView;
  texts: Readonly<Record<string, Written>>;
  you: Welcome['you'];
};

export const greeted = ({ position, room, you }: Welcome): Moment => ({ position, room, you, texts: textsOf(room, {}) });

export function advance(moment: Moment, told: Told): Moment {
  if (told.type === 'welcome') return greeted(told);
  if (told.type === 'document-edited') {
    const known = moment.texts[told.document];
    // The first edit of a document makes it part of the view, which is a matter for the view's own fold.
    if (known && known.version > 0) {
      const fresh = told.updates.slice(Math.max(0, known.version - told.version));
      if (told.position.sequence <= moment.position.sequence) return moment;
      let { text } = known;
      for (const { changes } of fresh) text = ChangeSet.fromJSON(changes).apply(text);
      const version = Math.max(known.version, told.version + told.updates.length);
      return { ...moment, position: told.position, texts: { ...moment.texts, [told.document]: { version, text } } };
    }
  }
  const folded = fold({ room: moment.room, position: moment.position }, told);
  return { ...moment, ...folded, texts: textsOf(folded.room, moment.texts) };
}

/** The view with its texts written out: the same as if it had been folded entry by entry. */
export const viewOf = ({ room, texts }: Moment): RoomView => ({
  ...room,
  questions: room.questions.map((q) => ({
    ...q,
    documents: q.documents.map((d) => {
      const written = texts[d.id];
      return written ? { ...d, version: written.version, text: written.text.toString() } : d;
    }),
  })),
});

function textsOf(room: RoomView, before: Moment['texts']): Moment['texts'] {
  const texts: Record<string, Written> = { ...before };
  for (const { documents } of room.questions) {
    for (const { id, version, text } of documents) {
      if ((texts[id]?.version ?? -1) < version) texts[id] = { version, text: Text.of(text.split('\n')) };
    }
  }
  return texts;
}
