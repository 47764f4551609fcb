import { beforeEach, expect, test } from 'vitest';
import { Pointing } from './pointing';

let now: number;
let timers: { at: number; task: () => void }[];
let told: unknown[];
let may: boolean;
let settled: boolean;
let head: number;
let pointing: Pointing;

const pass = (ms: number) => {
  now += ms;
  const due = timers.filter((it) => it.at <= now);
  timers = timers.filter((it) => it.at > now);
  for (const { task } of due) task();
};
const move = (to: number) => {
  head = to;
  pointing.move('q1:python');
};

beforeEach(() => {
  [now, timers, told, may, settled, head] = [0, [], [], true, true, 0];
  pointing = new Pointing({
    may: () => may,
    settled: () => settled,
    selection: () => ({ anchor: 0, head }),
    tell: (...what) => void told.push(what),
    later: (task, ms) => {
      timers.push({ at: now + ms, task });
      return () => {};
    },
    now: () => now,
  });
});

test('a cursor that moves all the time is told of five times a second, and last where it rests', () => {
  for (let ms = 0; ms < 1_000; ms += 10) {
    move(ms);
    pass(10);
  }
  pass(1_000);
  expect(told.length).toBeLessThanOrEqual(6);
  expect(told.at(-1)).toEqual(['q1:python', 0, 990]);
});

test('a cursor that is where it was is not told of again', () => {
  move(4);
  pass(1_000);
  move(4);
  expect(told).toHaveLength(1);
});

test('a place in text that nobody else has is told when they have it', () => {
  settled = false;
  move(4);
  expect(told).toEqual([]);
  settled = true;
  pointing.flush();
  expect(told).toEqual([['q1:python', 0, 4]]);
});

test('nothing is told while offline or in focus time, and whoever comes later hears where it is', () => {
  may = false;
  move(4);
  may = true;
  expect(told).toEqual([]);
  pointing.again();
  expect(told).toHaveLength(1);
  pass(1_000);
  pointing.again();
  expect(told).toHaveLength(2);
});
