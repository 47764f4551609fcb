import { expect, test } from 'vitest';
import type { Landmark, Timeline } from './api';
import { marksOf } from './landmarks';
import { bandsOf, focusOf, spanOf } from './stretches';

const at = (minute: number) => `2026-01-05T09:0${minute}:00Z`;
const time = (minute: number) => Date.parse(at(minute));
const mark = (type: string, minute: number, more: Partial<Landmark> = {}): Landmark => ({ position: minute, at: at(minute), type, person: 'github.com:1', ...more });
const timeline = (landmarks: Landmark[], more: Partial<Timeline> = {}): Timeline => ({ epoch: 'e', sealed: false, openedAt: '2026-01-01T00:00:00Z', last: 9, landmarks, activity: [], ...more });

test('the strip begins with the first thing that was done, however long before it was booked, and grows while it is written', () => {
  const marks = marksOf([mark('candidate-admitted', 1), mark('question-asked', 2, { question: 1 })]);
  expect(spanOf(timeline([]), marks, [{ at: time(3) }])).toEqual({ from: time(1), to: time(3) + 10_000 });
  expect(spanOf(timeline([], { endedAt: at(4) }), marks, [{ at: time(3) }])).toEqual({ from: time(1), to: time(4) });
});

test('a question lasts until the next one, the last one until the interview ends', () => {
  const marks = marksOf([mark('question-asked', 1, { question: 1 }), mark('question-asked', 3, { question: 2 }), mark('room-ended', 5), mark('note-written', 7)]);
  expect(bandsOf(marks, null, time(7))).toEqual([
    { question: 1, title: '', from: time(1), to: time(3) },
    { question: 2, title: '', from: time(3), to: time(5) },
  ]);
});

test('focus ends when it is ended, when the next begins, or when its time is over', () => {
  const marks = marksOf([mark('focus-started', 0, { minutes: 5 }), mark('focus-ended', 1), mark('focus-started', 2, { minutes: 5 }), mark('focus-started', 3, { minutes: 1 })]);
  expect(focusOf(marks, time(9))).toEqual([
    { from: time(0), to: time(1) },
    { from: time(2), to: time(3) },
    { from: time(3), to: time(4) },
  ]);
});
