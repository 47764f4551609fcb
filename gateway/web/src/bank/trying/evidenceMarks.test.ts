import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import type { ScoredKeyPoint } from '../../api/types';
import { evidenceMarks, light, showEvidence } from './evidenceMarks';

const point = (from: number, to: number): ScoredKeyPoint => ({ text: 'p', weight: 1, verdict: 'COVERED', evidence: [{ from, to }], missed: [] });
const marked = (state: EditorState) => {
  const found: [string, string][] = [];
  state.field(evidenceMarks).marks.between(0, state.doc.length, (from, to, mark) => { found.push([state.doc.sliceString(from, to), (mark.spec as { class: string }).class]); });
  return found;
};
const shown = (doc: string, ...points: ScoredKeyPoint[]) => EditorState.create({ doc, extensions: evidenceMarks }).update({ effects: showEvidence.of(points) }).state;

test('marks stay at their words while the text around them is written', () => {
  const before = shown('AOF 追加写命令', point(4, 9));
  expect(marked(before)).toEqual([['追加写命令', 'ev COVERED']]);
  expect(marked(before.update({ changes: { from: 0, insert: '我觉得 ' } }).state)).toEqual([['追加写命令', 'ev COVERED']]);
  expect(marked(before.update({ changes: { from: 9, insert: '，重放' } }).state)).toEqual([['追加写命令', 'ev COVERED']]);
  expect(marked(before.update({ changes: { from: 0, to: 9 } }).state)).toEqual([]);
  expect(marked(before.update({ changes: { from: 6, insert: '不' } }).state)).toEqual([]);
});

test('the words of one key point are lit, in each text', () => {
  const before = shown('append replay', point(0, 6), point(7, 13));
  const lit = before.update({ effects: light.of(1) }).state;
  expect(marked(lit)).toEqual([['append', 'ev COVERED faded'], ['replay', 'ev COVERED lit']]);
  expect(marked(lit.update({ effects: light.of(null) }).state)).toEqual(marked(before));
});
