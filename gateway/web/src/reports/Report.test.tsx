// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Proposal, ReportQuestion, Report as Told } from '../api/types';
import { strings } from '../i18n/en';
import Report from './Report';

type Sent = { path: string; body: unknown; answer: (status: number, body?: unknown) => void };
let told: Told;
let sent: Sent[];
let roles: string[];

beforeAll(async () => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: strings } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
beforeEach(() => {
  sent = [];
  roles = ['interviewer'];
  vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body?: string }) => {
    if (path === '/api/me') return Promise.resolve(Response.json({ id: 'i', name: 'Ivan', login: 'ivan', roles, demo: true }));
    if (path.startsWith('/api/people')) return Promise.resolve(Response.json([]));
    if (method === 'GET') return Promise.resolve(Response.json(told));
    return new Promise<Response>((resolve) => {
      sent.push({ path, body: JSON.parse(body ?? 'null'), answer: (status, answer) => resolve(new Response(JSON.stringify(answer ?? {}), { status })) });
    });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const now = { name: 'alignment', version: '2', calibration: '2' };
const newer: Proposal = { scorer: { ...now, version: '3' }, status: 'SCORED', score: 74, low: 60, high: 85 };
const question = (n: number, change: Partial<ReportQuestion>): ReportQuestion => ({
  question: n, content: { id: `q${n}`, version: 1, language: 'en', topic: 'Redis', title: `Q${n}`, body: '', difficulty: 'easy', minutes: 5, tags: [] },
  status: 'SCORED', hintsShown: 0, answer: { attempt: 1, attempts: 1, text: 'It appends.', submittedAt: '2026-01-05T09:00:00Z' }, scorer: now, ...change,
});
const report = (...questions: ReportQuestion[]): Told => ({
  interview: 'x', title: 'An interview', language: 'en', status: 'ENDED', members: [{ person: 'i', capability: 'INTERVIEW' }], released: false, questions,
  overall: { score: 60, scored: questions.filter((q) => q.status === 'SCORED').length, notScored: questions.filter((q) => q.status === 'NOT_SCORED').length, notAnswered: 0, pending: 0, open: 0 },
});
const failed = question(2, { status: 'NOT_SCORED', reason: 'SCORING_FAILED', failed: true });
const show = (of: Told) => {
  told = of;
  return render(<MemoryRouter initialEntries={['/reports/x']}><MantineProvider env="test"><QueryClientProvider client={new QueryClient()}><Routes><Route path="/reports/:id" element={<Report />} /></Routes></QueryClientProvider></MantineProvider></MemoryRouter>);
};

test('what failed is scored again: it is shown as being scored, and its score as it comes', async () => {
  const { container } = show(report(question(1, { score: 60 }), failed));
  expect(await screen.findByText(strings['report.someFailed_one'].replace('{{count}}', '1'))).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: strings['report.tryAgain'] }));
  await waitFor(() => expect(container.querySelector('.breathe')!.textContent).toBe(strings['report.status.PENDING']));
  expect(sent.map((it) => it.path)).toEqual(['/api/reports/x/questions/2/score']);
  told = report(question(1, { score: 60 }), question(2, { score: 48, low: 30, high: 70 }));
  sent[0]!.answer(202);
  expect(await screen.findByText('Question 2 has its score now.')).toBeTruthy();
  expect([...container.querySelectorAll('.figure .score')].map((it) => it.textContent)).toEqual(['60', '48 (30–70)']);
});

test('what fails again says so, and can be tried once more', async () => {
  show(report(failed));
  fireEvent.click(await screen.findByRole('button', { name: strings['report.tryAgain'] }));
  await waitFor(() => expect(sent.length).toBe(1));
  sent[0]!.answer(503, { code: 'SCORING_FAILED', detail: '' });
  expect(await screen.findByText(strings['problem.SCORING_FAILED'])).toBeTruthy();
  expect(await screen.findByRole('button', { name: strings['report.tryAgain'] })).toBeTruthy();
});

test('proposals are let count for all questions or for one', async () => {
  const proposed = report(question(1, { score: 60, low: 40, high: 80, proposals: [newer] }), question(2, { score: 60, proposals: [{ ...newer, score: 90 }] }));
  const { container } = show(proposed);
  fireEvent.click(await screen.findByRole('button', { name: 'Let alignment 3, calibration 2 count for the whole interview' }));
  await waitFor(() => expect(sent.length).toBe(1));
  expect([...container.querySelectorAll('.offer tbody tr, .offer tfoot tr')].map((row) => row.textContent)).toEqual(['1 Q160 (40–80)74 (60–85)', '2 Q26090 (60–85)', 'Overall6082']);
  expect([sent[0]!.path, sent[0]!.body]).toEqual(['/api/reports/x/proposals/accept', { scorer: newer.scorer }]);
  told = report(question(1, { score: 74, low: 60, high: 85, scorer: newer.scorer, proposals: [{ ...newer, scorer: now, score: 60, low: 40, high: 80 }] }));
  sent[0]!.answer(200, { questions: [1, 2] });
  expect(await screen.findByText('alignment 3, calibration 2 counts now.')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: 'Let alignment 2, calibration 2 count for question 1' }));
  expect(container.querySelector('.proposal')!.textContent).toContain('An earlier scorer said 60 (40–80)');
  await waitFor(() => expect(sent[1]?.body).toEqual({ scorer: now, questions: [1] }));
  sent[1]!.answer(200, { questions: [1] });
  expect(await screen.findByText('alignment 2, calibration 2 counts now.')).toBeTruthy();
});

test('an observer sees what is proposed and cannot let it count', async () => {
  show({ ...report(question(1, { score: 60, proposals: [newer] })), members: [{ person: 'i', capability: 'OBSERVE' }] });
  expect((await screen.findAllByText(strings['proposal.mayNot'], { exact: false })).length).toBe(2);
  expect(screen.queryByRole('button', { name: /^Let / })).toBeNull();
});

test('where nothing has a score the overall figure says so, and is no 0', async () => {
  const { container } = show({ ...report(failed), overall: { score: null, scored: 0, notScored: 1, notAnswered: 0, pending: 0, open: 0 } });
  expect(await screen.findByText(strings['report.noneScored'])).toBeTruthy();
  expect(container.querySelector('.score')).toBeNull();
});
