import { expect, test } from 'vitest';
import { begin, redo, step, undo } from './undo';

test('back and forth, and a new step forgets what was undone', () => {
  const three = step(step(begin(1), 2), 3);
  expect(undo(three).now).toBe(2);
  expect(redo(undo(three))).toEqual(three);
  expect(undo(undo(undo(three))).now).toBe(1);
  expect(redo(step(undo(three), 9)).now).toBe(9);
});

test('it does not grow without end', () => {
  let history = begin(0);
  for (let i = 1; i <= 1000; i++) history = step(history, i);
  expect(history.past.length).toBe(200);
  expect(undo(history).now).toBe(999);
});
