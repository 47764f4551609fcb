import { EditorState, StateEffect, type ChangeSet, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** What the service takes, in UTF-16 units. */
export const LONGEST_EDIT = 64 * 1024;
export const LONGEST_DOCUMENT = 256 * 1024;
/** One frame takes 256 KB; what is around the changes has its share. */
const LONGEST_JSON = 240 * 1024;

export type TooMuch = { what: 'edit' | 'document'; length: number };

/** A change was not made because the service would refuse it. */
export const tooMuch = StateEffect.define<TooMuch>();

export function insertedLength(changes: ChangeSet) {
  let sum = 0;
  changes.iterChanges((_fromA, _toA, _fromB, _toB, text) => (sum += text.length), true);
  return sum;
}

export const jsonBytes = (changes: ChangeSet) => new TextEncoder().encode(JSON.stringify(changes)).length;

const fits = (changes: ChangeSet, length: number) =>
  length <= LONGEST_EDIT && (length < LONGEST_JSON / 6 || jsonBytes(changes) <= LONGEST_JSON);

/** How many of these changes go into one push, at least one. */
export function inOnePush(all: readonly ChangeSet[]) {
  let [units, bytes] = [0, 0];
  for (const [i, changes] of all.entries()) {
    units += insertedLength(changes);
    bytes += jsonBytes(changes) + 80;
    if (i > 0 && (units > LONGEST_EDIT || bytes > LONGEST_JSON)) return i;
  }
  return all.length;
}

const refused = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged) return transaction;
  const { changes } = transaction;
  const inserted = insertedLength(changes);
  if (changes.newLength > LONGEST_DOCUMENT && changes.newLength > changes.length) {
    return { effects: tooMuch.of({ what: 'document', length: changes.newLength }) };
  }
  return fits(changes, inserted) ? transaction : { effects: tooMuch.of({ what: 'edit', length: inserted }) };
});

/** Line breaks of every system become ours; halves of characters, which no store keeps, are marked. */
export const plain = (text: string) => text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd');

export const limits: Extension = [refused, EditorView.clipboardInputFilter.of(plain)];
