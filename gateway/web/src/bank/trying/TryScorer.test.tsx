// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome, Trial } from '../../api/types';
import { strings } from '../../i18n/en';
import type { KeyPoint } from '../../room/wire';
import { LONGEST_ANSWER, type Scorable } from './trial';
import TryScorer from './TryScorer';

type Asked = { trial: Trial; signal: AbortSignal; answer: (outcome: Partial<Outcome>) => void; fail: (status: number, code: string) => void; drop: () => void };
let asked: Asked[];

beforeAll(async () => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} } as unknown as typeof ResizeObserver;
  Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: strings } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', (_: string, { body, signal }: { body: string; signal: AbortSignal }) => new Promise<Response>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    asked.push({
      trial: JSON.parse(body) as Trial,
      signal,
      answer: (outcome) => resolve(Response.json({ score: null, interval: null, status: 'SCORED', reason: null, notes: [], keyPoints: [], scorer: { name: 'alignment', version: '3', calibration: '3' }, ...outcome })),
      fail: (status, code) => resolve(Response.json({ code, detail: 'x' }, { status })),
      drop: () => reject(new TypeError('network')),
    });
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const aof: Scorable = { title: 'AOF?', body: '', reference: 'It appends commands. It replays them.', keyPoints: [], language: 'en' };
const found = (text: string, verdict: 'COVERED' | 'PARTLY' | 'MISSING' = 'MISSING', words = '') =>
  ({ text, weight: 1, verdict, similarity: 0, evidence: words ? [words] : [], spans: words ? [{ from: 0, to: words.length }] : [], missed: [], rules: [] });

function show(question: Scorable, take?: (points: KeyPoint[]) => void) {
  let change: (question: Scorable) => void = () => {};
  function Here() {
    const [now, setNow] = useState(question);
    const [answer, setAnswer] = useState('');
    change = setNow;
    return <TryScorer question={now} answer={answer} setAnswer={setAnswer} take={take} />;
  }
  const shown = render(<MemoryRouter><MantineProvider env="test"><QueryClientProvider client={new QueryClient()}><Here /></QueryClientProvider></MantineProvider></MemoryRouter>);
  return { ...shown, change: (to: Scorable) => act(() => change(to)) };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const lastAsked = async (n: number) => {
  await waitFor(() => expect(asked.length).toBe(n));
  return asked.at(-1)!;
};

test('before anything is written it shows what will be looked for, and its making can be taken over', async () => {
  const take = vi.fn();
  const { container } = show(aof, take);
  (await lastAsked(1)).answer({ score: 0, interval: [0, 0], notes: ['BLANK'], keyPoints: [found('It appends commands.'), found('It replays them.')] });
  await waitFor(() => expect(container.querySelectorAll('.lookedfor li').length).toBe(2));
  expect(container.querySelector('.score')).toBeNull();
  press(strings['try.take']);
  expect(take).toHaveBeenCalledWith([{ text: 'It appends commands.', weight: 1 }, { text: 'It replays them.', weight: 1 }]);
});

test('the answer is scored with what stands in the form, the last result stays, and a request nobody waits for is cancelled', async () => {
  const { container, change } = show(aof);
  await lastAsked(1);
  press(strings['try.sample.half']);
  const second = await lastAsked(2);
  expect(asked[0]!.signal.aborted).toBe(true);
  expect(second.trial).toMatchObject({ answer: 'It appends commands.', keyPoints: [] });
  second.answer({ score: 55, interval: [40, 70], keyPoints: [found('It appends commands.', 'COVERED', 'It appends commands.')] });
  await waitFor(() => expect(container.querySelector('.score')!.textContent).toBe('55 (40–70)'));
  await waitFor(() => expect(container.querySelector('.cm-content .ev')!.textContent).toBe('It appends commands.'));
  change({ ...aof, keyPoints: [{ text: 'rewrites', weight: 2 }] });
  const third = await lastAsked(3);
  expect(third.trial.keyPoints).toEqual([{ text: 'rewrites', weight: 2 }]);
  expect(container.querySelector('.score')!.textContent).toBe('55 (40–70)');
  third.answer({ score: 5, interval: [0, 20], keyPoints: [found('rewrites')] });
  await waitFor(() => expect(container.querySelector('.score')!.textContent).toBe('5 (0–20)'));
  expect(container.querySelector('.cm-content .ev')).toBeNull();
});

test('a blank submission is shown as 0, an empty field as nothing', async () => {
  const { container } = show(aof);
  (await lastAsked(1)).answer({ score: 0, interval: [0, 0], reason: 'BLANK', notes: ['BLANK'], keyPoints: [found('It appends commands.')] });
  await waitFor(() => expect(container.querySelector('.lookedfor')).toBeTruthy());
  press(strings['try.sample.blank']);
  await waitFor(() => expect(container.querySelector('.score')!.textContent).toBe('0'));
  expect(screen.getByText(strings['note.BLANK'])).toBeTruthy();
});

test('what a blank answer gets is not shown of the first words of another', async () => {
  const { container } = show(aof);
  (await lastAsked(1)).answer({ score: 0, interval: [0, 0], reason: 'BLANK', notes: ['BLANK'], keyPoints: [found('It appends commands.')] });
  await waitFor(() => expect(container.querySelector('.lookedfor')).toBeTruthy());
  press(strings['try.sample.half']);
  await lastAsked(2);
  expect(container.querySelector('.score')).toBeNull();
});

test('not scored is told as such, with what to do', async () => {
  const { container } = show(aof);
  press(strings['try.sample.echo']);
  await waitFor(() => expect(asked.at(-1)?.trial.answer).toBe('AOF?'));
  asked.at(-1)!.answer({ status: 'NOT_SCORED', reason: 'TOO_LITTLE_TEXT' });
  expect(await screen.findByText(`${strings['reason.TOO_LITTLE_TEXT']} ${strings['advice.TOO_LITTLE_TEXT']}`)).toBeTruthy();
  expect(container.querySelector('.score')).toBeNull();
});

test('a question without anything to compare with says what is needed', () => {
  show({ ...aof, reference: '' });
  expect(screen.getByText(strings['try.nothingToCompare'])).toBeTruthy();
});

test('when the service cannot be reached the last result stays and it can be tried again', async () => {
  const { container } = show(aof);
  press(strings['try.sample.half']);
  await waitFor(() => expect(asked.at(-1)?.trial.answer).toBe('It appends commands.'));
  asked.at(-1)!.answer({ score: 55, interval: [40, 70] });
  await waitFor(() => expect(container.querySelector('.score')).toBeTruthy());
  press(strings['try.sample.reference']);
  await waitFor(() => expect(asked.at(-1)?.trial.answer).toBe(aof.reference));
  const before = asked.length;
  asked.at(-1)!.drop();
  expect(await screen.findByText(strings['problem.UNREACHABLE'])).toBeTruthy();
  expect(screen.getByText(strings['try.stale'])).toBeTruthy();
  expect(container.querySelector('.score')!.textContent).toBe('55 (40–70)');
  press(strings.retry);
  await waitFor(() => expect(asked.length).toBe(before + 1));
});

test('an answer that is longer than the service takes is not sent', async () => {
  show({ ...aof, reference: 'x'.repeat(LONGEST_ANSWER + 1) });
  await lastAsked(1);
  press(strings['try.sample.reference']);
  expect(await screen.findByRole('alert')).toBeTruthy();
  press(strings['try.sample.unknown']);
  expect((await lastAsked(2)).trial.answer).toBe(strings['try.unknown.en']);
});
