import { history, undo } from '@codemirror/commands';
import { EditorState, type Transaction } from '@codemirror/state';
import { expect, test } from 'vitest';
import { insertedLength, LONGEST_EDIT } from './limits';
import { inPieces } from './pieces';

test('what was deleted at once comes back in steps that the service takes', () => {
  const text = '😀'.repeat(100_000);
  let state = EditorState.create({ doc: `<${text}>`, extensions: history() });
  for (const piece of inPieces(state.update({ changes: { from: 1, to: 1 + text.length, insert: 'x' } }))!) state = state.update(piece).state;
  expect(state.doc.toString()).toBe('<x>');
  let steps = 0;
  const dispatch = (transaction: Transaction) => {
    steps++;
    expect(insertedLength(transaction.changes)).toBeLessThanOrEqual(LONGEST_EDIT);
    expect(transaction.newDoc.toString()).not.toMatch(/\p{Surrogate}/u);
    state = transaction.state;
  };
  while (undo({ state, dispatch }));
  expect(steps).toBe(4);
  expect(state.doc.toString()).toBe(`<${text}>`);
});

test('a deletion of ordinary size is left as it is', () => {
  const state = EditorState.create({ doc: 'x'.repeat(LONGEST_EDIT) });
  expect(inPieces(state.update({ changes: { from: 0, to: LONGEST_EDIT } }))).toBeNull();
  expect(inPieces(state.update({ selection: { anchor: 3 } }))).toBeNull();
});
