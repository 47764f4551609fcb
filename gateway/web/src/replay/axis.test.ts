import { expect, test } from 'vitest';
import { Axis } from './axis';

const minute = 60_000;

test('without a long nothing, time is laid out evenly', () => {
  const axis = new Axis(0, 10 * minute, Array.from({ length: 100 }, (_, i) => i * 6000), minute);
  expect(axis.breaks).toEqual([]);
  expect(axis.xOf(5 * minute)).toBeCloseTo(0.5);
  expect(axis.timeOf(0.25)).toBeCloseTo(2.5 * minute);
});

test('an hour of nothing is a narrow break, and the work has the room', () => {
  const busy = Array.from({ length: 60 }, (_, i) => i * 10_000);
  const axis = new Axis(0, 80 * minute, [...busy, ...busy.map((at) => at + 70 * minute)], minute);
  expect(axis.breaks).toHaveLength(1);
  expect(axis.breaks[0]!.width).toBeLessThan(0.02);
  expect(axis.xOf(9 * minute)).toBeGreaterThan(0.4);
});

test.each([minute, 20_000, 600_000])('there and back again, whatever is broken (%i)', (shortest) => {
  const axis = new Axis(1000, 50 * minute, [2 * minute, 2.2 * minute, 9 * minute, 9.1 * minute, 45 * minute], shortest);
  let before = -1;
  for (let time = 1000; time <= 50 * minute; time += 7777) {
    expect(axis.timeOf(axis.xOf(time))).toBeCloseTo(time, 3);
    expect(axis.xOf(time)).toBeGreaterThan(before);
    before = axis.xOf(time);
  }
  expect(axis.xOf(50 * minute)).toBeCloseTo(1);
});

test('an interview in which nothing happened is one moment wide', () => {
  const axis = new Axis(5, 5, [], minute);
  expect([axis.xOf(5), axis.timeOf(0.7)]).toEqual([0, 5]);
});
