// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, test } from 'vitest';
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
const show = (change: Partial<ReportQuestion>) => render(<MemoryRouter><MantineProvider><QuestionReport interview="i" q={{ ...asked, ...change }} /></MantineProvider></MemoryRouter>);

test('a score stands beside the words it rests on, and the answer is whole', () => {
  const { container } = show({
    status: 'SCORED', score: 64, low: 40, high: 80, answer,
    keyPoints: [
      { text: 'appends each command', weight: 2, verdict: 'COVERED', evidence: [spanOf('AOF 追加记录写命令')], missed: [] },
      { text: 'fsync policies', weight: 1, verdict: 'PARTLY', evidence: [spanOf('everysec')], missed: ['always', 'no'] },
      { text: 'rewrite', weight: 1, verdict: 'MISSING', evidence: [], missed: [] },
    ],
  });
  expect(container.querySelector('.score')!.textContent).toContain('64');
  expect(container.querySelector('[data-evidence]')!.textContent).toBe(text);
  expect([...container.querySelectorAll('.ev')].map((e) => [e.textContent, e.className.split(' ')[1]])).toEqual([['AOF 追加记录写命令', 'COVERED'], ['everysec', 'PARTLY']]);
  expect(screen.getByText('“everysec”')).toBeTruthy();
  expect(screen.getByText('Missing: always, no')).toBeTruthy();
  const { from, to } = spanOf('everysec');
  expect(screen.getByText('“everysec”').getAttribute('href')).toBe(`/replays/i?question=1&attempt=1&words=${from}-${to}`);
});

test.each([
  ['NOT_ANSWERED', { draft: 'half a thought' }, 'half a thought'],
  ['NOT_SCORED', { answer, reason: 'NO_REFERENCE' }, strings['reason.NO_REFERENCE']],
  ['PENDING', { answer }, strings['report.status.PENDING']],
] as const)('%s shows no number, but says what there is', (status, change, words) => {
  const { container } = show({ status, ...change });
  expect(container.querySelector('.score')).toBeNull();
  expect(screen.getByText(words)).toBeTruthy();
});

test('a blank submission is 0 and says why', () => {
  const { container } = show({ status: 'SCORED', score: 0, low: 0, high: 0, reason: 'BLANK', answer: { ...answer, text: ' \n' } });
  expect(container.querySelector('.score')!.textContent).toMatch(/^0/);
  expect(screen.getByText(strings['reason.BLANK'])).toBeTruthy();
  expect(screen.getByText(strings['report.blank'])).toBeTruthy();
});
