// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import type { ReportQuestion } from '../api/types';
import { strings } from '../i18n/en';
import { QuestionReport } from './QuestionReport';

beforeAll(async () => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: strings } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
afterEach(cleanup);

const asked: ReportQuestion = {
  question: 1,
  content: { id: 'q', version: 1, language: 'zh', topic: 'Redis', title: 'AOF?', body: '', difficulty: 'easy', minutes: 5, tags: [] },
  status: 'NOT_ANSWERED',
  hintsShown: 0,
};
const text = 'AOF 追加记录写命令 😀，everysec 丢一秒。';
const answer = { attempt: 1, attempts: 1, text, submittedAt: '2026-01-05T09:00:00Z' };
const spanOf = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });
const show = (change: Partial<ReportQuestion>, mayAccept = false) =>
  render(<MemoryRouter><MantineProvider><QueryClientProvider client={new QueryClient()}><QuestionReport interview="i" q={{ ...asked, ...change }} mayAccept={mayAccept} /></QueryClientProvider></MantineProvider></MemoryRouter>);

test('a score stands beside the words it rests on, and the answer is whole', () => {
  const { container } = show({
    status: 'SCORED', score: 64, low: 40, high: 80, answer,
    keyPoints: [
      { text: 'appends each command', weight: 2, verdict: 'COVERED', evidence: [spanOf('AOF 追加记录写命令')], missed: [] },
      { text: 'fsync policies', weight: 1, verdict: 'PARTLY', evidence: [spanOf('everysec')], missed: ['always', 'no'] },
      { text: 'rewrite', weight: 1, verdict: 'MISSING', evidence: [], missed: [] },
    ],
  });
  expect(container.querySelector('.score')!.textContent).toBe('64 (40–80)');
  expect(screen.getByText(/most likely land between 40 and 80/)).toBeTruthy();
  expect(screen.getByText('1 of 3 key points covered, 1 in part')).toBeTruthy();
  expect(container.querySelector('[data-evidence]')!.textContent).toBe(text);
  expect([...container.querySelectorAll('.ev')].map((e) => [e.textContent, e.className.split(' ')[1]])).toEqual([['AOF 追加记录写命令', 'COVERED'], ['everysec', 'PARTLY']]);
  expect(screen.getByText('“everysec”')).toBeTruthy();
  expect(screen.getByText('Not found: always, no')).toBeTruthy();
  const { from, to } = spanOf('everysec');
  expect(screen.getByText('“everysec”').getAttribute('href')).toBe(`/replays/i?question=1&attempt=1&words=${from}-${to}`);
});

test.each([
  ['NOT_ANSWERED', { draft: 'half a thought' }, 'half a thought'],
  ['NOT_SCORED', { answer, reason: 'NO_REFERENCE' }, strings['reason.NO_REFERENCE']],
  ['NOT_SCORED', { answer, reason: 'OTHER_LANGUAGE' }, strings['score.notZero']],
  ['PENDING', { answer }, strings['report.status.PENDING']],
  ['PENDING', { answer, reason: 'NOT_RELEASED' }, strings['reason.NOT_RELEASED']],
] as const)('%s shows no number, but says what there is', (status, change, words) => {
  const { container } = show({ status, ...change });
  expect(container.querySelector('.score')).toBeNull();
  expect(screen.getByText(words)).toBeTruthy();
});

test('a blank submission is 0 and says why', () => {
  const { container } = show({ status: 'SCORED', score: 0, low: 0, high: 0, reason: 'BLANK', answer: { ...answer, text: ' \n' } });
  expect(container.querySelector('.score')!.textContent).toMatch(/^0/);
  expect(screen.getByText(strings['note.BLANK'])).toBeTruthy();
  expect(screen.getByText(strings['report.blank'])).toBeTruthy();
});

test('pointing at a key point lights its words, also where they overlap with those of another', () => {
  const { container } = show({
    status: 'SCORED', score: 50, low: 30, high: 70, answer,
    keyPoints: [
      { text: 'appends', weight: 1, verdict: 'COVERED', evidence: [spanOf('AOF 追加记录')], missed: [] },
      { text: 'records', weight: 1, verdict: 'PARTLY', evidence: [spanOf('记录写命令')], missed: [] },
    ],
  });
  expect([...container.querySelectorAll('.ev')].map((e) => [e.textContent, e.getAttribute('data-points')])).toEqual([['AOF 追加', null], ['记录', '1'], ['写命令', '2']]);
  fireEvent.focus(screen.getByText('“记录写命令”'));
  expect([...container.querySelectorAll('.ev.lit')].map((e) => e.textContent)).toEqual(['记录', '写命令']);
});

test('rules are told in words: what was noticed and what it did, for the score and for a key point', () => {
  show({
    status: 'SCORED', score: 40, low: 15, high: 70, answer, notes: ['NEGATION', 'A_RULE_OF_TOMORROW'],
    keyPoints: [{ text: 'loses a second', weight: 1, verdict: 'PARTLY', evidence: [spanOf('丢一秒')], missed: [], rules: ['NEGATION'] }],
  });
  expect(screen.getByText(strings['note.NEGATION'])).toBeTruthy();
  expect(screen.getByText(strings['point.NEGATION'])).toBeTruthy();
  expect(screen.getByText('A_RULE_OF_TOMORROW')).toBeTruthy();
  expect(screen.getByText(new RegExp(strings['score.wide']))).toBeTruthy();
});

test('a failure is no 0, and staff can have it scored again', () => {
  const { container } = show({ status: 'NOT_SCORED', reason: 'SCORING_FAILED', failed: true, answer });
  expect(container.querySelector('.score')).toBeNull();
  expect(screen.getByText(strings['score.notZero'])).toBeTruthy();
  expect(screen.getByRole('button', { name: strings['report.tryAgain'] })).toBeTruthy();
});

test('a proposal stands beside the score, and only who may let it count can', () => {
  const scored = {
    status: 'SCORED', score: 64, low: 40, high: 80, answer, scorer: { name: 'alignment', version: '2', calibration: '2' },
    proposals: [
      { scorer: { name: 'alignment', version: '3', calibration: '1' }, status: 'SCORED', score: 74, low: 60, high: 85 },
      { scorer: { name: 'language-model', version: '1', calibration: '' }, status: 'NOT_SCORED', reason: 'MODEL_UNAVAILABLE' },
    ],
  } as const;
  const { container, unmount } = show({ ...scored, proposals: [...scored.proposals] }, true);
  expect(container.querySelector('.proposal')!.textContent).toContain('A newer scorer would say 74 (60–85)');
  expect(screen.getByText(strings['proposal.failedModel'])).toBeTruthy();
  expect(screen.getAllByRole('button').map((it) => it.getAttribute('aria-label'))).toEqual(['Let alignment 3, calibration 1 count for question 1']);
  unmount();
  show({ ...scored, proposals: [...scored.proposals] });
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText(new RegExp(strings['proposal.mayNot']))).toBeTruthy();
});

test('a language model that failed can be asked again where one is set', async () => {
  const asked: [string, unknown][] = [];
  vi.stubGlobal('fetch', (path: string, { body }: RequestInit) => {
    asked.push([path, body && JSON.parse(body as string)]);
    return Promise.resolve(new Response(JSON.stringify(path.endsWith('language-model') ? { asked: true } : { code: 'LANGUAGE_MODEL_FAILED' }), { status: path.endsWith('language-model') ? 200 : 503 }));
  });
  show({ status: 'SCORED', score: 64, answer, proposals: [{ scorer: { name: 'language-model', version: 'm/1' }, status: 'NOT_SCORED', reason: 'MODEL_UNAVAILABLE' }] });
  fireEvent.click(await screen.findByRole('button', { name: 'Ask the language model again about question 1' }));
  expect(await screen.findByText(strings['problem.LANGUAGE_MODEL_FAILED'])).toBeTruthy();
  expect(asked).toContainEqual(['/api/reports/i/questions/1/score', { scorer: 'language-model' }]);
  vi.unstubAllGlobals();
});

test('says with what it was scored', () => {
  const { container } = show({ status: 'SCORED', score: 64, answer, scorer: { name: 'alignment', version: '2', calibration: 'team-0a1b2c3d' } });
  expect(container.querySelector('.scorerline')!.textContent).toBe('Scored by alignment 2 calibration team-0a1b2c3d question version 1 ');
});
