import { expect, test } from 'vitest';
import type { ScoredKeyPoint } from '../api/types';
import { pieces } from './evidence';

const point = (verdict: ScoredKeyPoint['verdict'], ...spans: [number, number][]): ScoredKeyPoint => ({
  text: 'p', weight: 1, verdict, evidence: spans.map(([from, to]) => ({ from, to })), missed: [],
});

test('cuts the answer exactly at the evidence, and loses no letter of it', () => {
  const answer = '一致性哈希 spreads keys 😀 evenly.';
  const cut = pieces(answer, [point('COVERED', [0, 5]), point('PARTLY', [6, 17])]);
  expect(cut.map((p) => p.text).join('')).toBe(answer);
  expect(cut.filter((p) => p.verdict).map((p) => [p.text, p.verdict])).toEqual([['一致性哈希', 'COVERED'], ['spreads key', 'PARTLY']]);
});

test('counts offsets in UTF-16 units, as the scorer does', () => {
  expect(pieces('😀ab', [point('COVERED', [2, 4])]).at(-1)).toEqual({ text: 'ab', points: [0], verdict: 'COVERED' });
});

test('names every key point where evidence overlaps, and shows the better verdict', () => {
  const cut = pieces('abcdef', [point('PARTLY', [0, 4]), point('COVERED', [2, 6])]);
  expect(cut).toEqual([
    { text: 'ab', points: [0], verdict: 'PARTLY' },
    { text: 'cd', points: [0, 1], verdict: 'COVERED' },
    { text: 'ef', points: [1], verdict: 'COVERED' },
  ]);
});

test('survives offsets outside the answer', () => {
  expect(pieces('abc', [point('COVERED', [-4, 1], [2, 90], [5, 9])]).map((p) => p.text)).toEqual(['a', 'b', 'c']);
  expect(pieces('', [point('COVERED', [0, 3])])).toEqual([]);
});
