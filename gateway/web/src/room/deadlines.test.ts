import { expect, test } from 'vitest';
import { extended, focusEnd, secondsLeft, worthSaying } from './deadlines';

const asked = '2026-01-01T10:00:00Z';
const at = (time: string) => Date.parse(`2026-01-01T${time}Z`);

test('the time left is counted to the server’s deadline, and goes on below nothing', () => {
  expect(secondsLeft('2026-01-01T10:05:00Z', at('10:00:00'))).toBe(300);
  expect(secondsLeft('2026-01-01T10:05:00Z', at('10:04:59.600'))).toBe(1);
  expect(secondsLeft('2026-01-01T10:05:00Z', at('10:06:20'))).toBe(-80);
});

test('the near end and the end are said once each, when they are crossed', () => {
  expect(worthSaying(301, 300)).toBe('soon');
  expect(worthSaying(300, 299)).toBeNull();
  expect(worthSaying(1, 0)).toBe('over');
  expect(worthSaying(0, -1)).toBeNull();
});

test('a page that slept over both says the later one, and one that comes in late says nothing', () => {
  expect(worthSaying(400, -20)).toBe('over');
  expect(worthSaying(null, 120)).toBeNull();
  expect(worthSaying(null, -5)).toBeNull();
});

test('time that was given back may run out again', () => {
  expect(worthSaying(-3, 297)).toBeNull();
  expect(worthSaying(200, 500)).toBeNull();
  expect(worthSaying(301, 300)).toBe('soon');
});

test('more minutes are added to what was allotted, or from now on when that is over', () => {
  expect(extended(15, asked, at('10:03:00'), 5)).toBe(20);
  expect(extended(15, asked, at('10:22:30'), 5)).toBe(28);
  expect(extended(0, asked, at('10:04:00'), 5)).toBe(9);
  expect(extended(478, asked, at('10:03:00'), 5)).toBe(480);
});

test('focus time ends by itself', () => {
  expect(focusEnd(undefined, 0)).toBeNull();
  expect(focusEnd('2026-01-01T10:05:00Z', at('10:04:59'))).toBe(at('10:05:00'));
  expect(focusEnd('2026-01-01T10:05:00Z', at('10:05:00'))).toBeNull();
});
