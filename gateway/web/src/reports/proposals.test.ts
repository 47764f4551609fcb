import { expect, test } from 'vitest';
import type { Proposal, Report, ReportQuestion } from '../api/types';
import { differs, isFailure, kindOf, offers } from './proposals';

const scorer = (version: string, calibration = '2', name = 'alignment') => ({ name, version, calibration });
const proposal = (version: string, score: number | null, reason?: string): Proposal => ({ scorer: scorer(version), status: score === null ? 'NOT_SCORED' : 'SCORED', score, reason });
const question = (n: number, score: number | null, ...proposals: Proposal[]) =>
  ({ question: n, content: { title: `Q${n}` }, status: score === null ? 'NOT_SCORED' : 'SCORED', score, scorer: scorer('2'), proposals }) as unknown as ReportQuestion;
const report = (...questions: ReportQuestion[]) => ({ questions }) as Report;

test.each([
  ['3', '2', 'newer'],
  ['10', '9', 'newer'],
  ['2', '10', 'earlier'],
  ['1.2', '1.10', 'earlier'],
] as const)('version %s beside %s is %s', (version, counting, kind) => {
  expect(kindOf(scorer(version), scorer(counting))).toBe(kind);
});

test('another calibration of the same version, and another scorer altogether', () => {
  expect(kindOf(scorer('2', 'team-1234abcd'), scorer('2'))).toBe('recalibrated');
  expect(kindOf(scorer('9', '', 'language-model'), scorer('2'))).toBe('other');
  expect(kindOf(scorer('2'), null)).toBe('other');
});

test('says what would change for the interview, and leaves what has no score out of the mean', () => {
  const [offer, ...more] = offers(report(question(1, 60, proposal('3', 74)), question(2, null, proposal('3', null, 'NO_REFERENCE')), question(3, 40)));
  expect(more).toEqual([]);
  expect(offer!.changes.map((it) => [it.question, it.now.score, it.proposal.score])).toEqual([[1, 60, 74], [2, null, null]]);
  expect(offer!.overall).toEqual({ now: 50, would: 57 });
});

test('an answer that has no score yet may get one', () => {
  expect(offers(report(question(1, null, proposal('3', 0))))[0]!.overall).toEqual({ now: null, would: 0 });
});

test('each scorer makes an offer of its own, a failed one makes none', () => {
  const made = offers(report(question(1, 60, proposal('3', 74), proposal('1', 50), proposal('4', null, 'MODEL_UNAVAILABLE'))));
  expect(made.map((it) => [it.scorer.version, it.kind])).toEqual([['3', 'newer'], ['1', 'earlier']]);
  expect(isFailure(proposal('4', null, 'MODEL_UNAVAILABLE'))).toBe(true);
});

test('what says the same as what counts would change nothing', () => {
  const now = question(1, 60);
  expect(differs({ ...proposal('3', 60), low: now.low, high: now.high }, now)).toBe(false);
  expect(differs(proposal('3', 61), now)).toBe(true);
  expect(differs(proposal('3', null, 'NO_REFERENCE'), { ...question(1, null), status: 'NOT_SCORED', reason: 'NO_REFERENCE' })).toBe(false);
  expect(differs(proposal('3', null, 'TOO_LITTLE_TEXT'), { ...question(1, null), status: 'NOT_SCORED', reason: 'NO_REFERENCE' })).toBe(true);
});

test('there is nothing to offer to a candidate, who is sent no proposals', () => {
  expect(offers(report(question(1, 60)))).toEqual([]);
});
