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
