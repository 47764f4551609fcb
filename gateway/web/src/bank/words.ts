import { diffArrays } from 'diff';

/** Chinese has no spaces between words; the browser knows where they end, and a mark is a word of its own. */
const segmenter = new Intl.Segmenter(['zh', 'en'], { granularity: 'word' });
export const words = (text: string) => [...segmenter.segment(text)].map((it) => it.segment);

export type Piece = { kind: 'same' | 'gone' | 'new'; text: string };

/** Longer ways from one text to the other are not looked for, they would keep the page waiting: both are shown whole. */
const LONGEST_WAY = 600;

export function wordDiff(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : [];
  const changes = diffArrays(words(before), words(after), { maxEditLength: LONGEST_WAY });
  if (!changes) return [{ kind: 'gone', text: before }, { kind: 'new', text: after }];
  return changes.map((it) => ({ kind: it.added ? 'new' : it.removed ? 'gone' : 'same', text: it.value.join('') }));
}

/** What one of the two texts says; its words that stand beside each other are told at once. */
export function oneSide(pieces: Piece[], own: 'gone' | 'new'): Piece[] {
  const side: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'same' && piece.kind !== own) continue;
    const last = side.at(-1);
    if (last?.kind === piece.kind) side[side.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else side.push(piece);
  }
  return side;
}
