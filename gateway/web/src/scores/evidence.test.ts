import { expect, test } from 'vitest';
import type { ScoredKeyPoint } from '../api/types';
import { pieces, pointsOf } from './evidence';

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
  expect(pieces('😀ab', [point('COVERED', [2, 4])]).at(-1)).toEqual({ text: 'ab', points: [0], ends: [0], verdict: 'COVERED' });
});

test('names every key point where evidence overlaps, and shows the better verdict', () => {
  const cut = pieces('abcdef', [point('PARTLY', [0, 4]), point('COVERED', [2, 6])]);
  expect(cut).toEqual([
    { text: 'ab', points: [0], ends: [], verdict: 'PARTLY' },
    { text: 'cd', points: [0, 1], ends: [0], verdict: 'COVERED' },
    { text: 'ef', points: [1], ends: [1], verdict: 'COVERED' },
  ]);
});

test('survives offsets outside the answer', () => {
  expect(pieces('abc', [point('COVERED', [-4, 1], [2, 90], [5, 9])]).map((p) => p.text)).toEqual(['a', 'b', 'c']);
  expect(pieces('', [point('COVERED', [0, 3])])).toEqual([]);
});

test('reads a trial as it reads a report', () => {
  const found = { text: 'p', weight: 2, verdict: 'PARTLY' as const, similarity: 0.5, evidence: ['ab'], spans: [{ from: 0, to: 2 }], missed: ['c'], rules: ['NEGATION'] };
  const outcome = { score: 40, interval: [20, 60] as [number, number], status: 'SCORED' as const, reason: null, notes: [], keyPoints: [found], scorer: { name: 'alignment', version: '2' } };
  expect(pointsOf(outcome)).toEqual([{ text: 'p', weight: 2, verdict: 'PARTLY', similarity: 0.5, evidence: [{ from: 0, to: 2 }], missed: ['c'], rules: ['NEGATION'] }]);
});
