// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { replayActions, replayKeys, useReplayKeys, type ReplayAction } from './keys';

const doings = Object.fromEntries(replayActions.map((action) => [action, vi.fn<() => void>()])) as Record<ReplayAction, ReturnType<typeof vi.fn<() => void>>>;
const press = (key: string, on: string, more: KeyboardEventInit = {}) =>
  document.querySelector(on)!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

beforeEach(() => {
  document.body.innerHTML = '<button></button><input /><div role="radiogroup"><input type="radio" /></div><div role="slider" tabindex="0"></div><div data-scrolls tabindex="0"></div><div role="dialog"><p></p></div>';
  renderHook(() => useReplayKeys(doings));
});
afterEach(() => {
  cleanup();
  for (const doing of Object.values(doings)) doing.mockClear();
});

test.each(replayActions)('%s has its key, wherever the focus rests', (action) => {
  press(replayKeys[action].keys[0], '[role=slider]');
  expect(doings[action]).toHaveBeenCalledTimes(1);
  press(replayKeys[action].keys[0], 'body');
  expect(doings[action]).toHaveBeenCalledTimes(2);
});

test('keys that a control, a field or a pane needs stay with it', () => {
  press(' ', 'button');
  press('ArrowLeft', 'input');
  press('i', 'input');
  press('ArrowLeft', '[type=radio]');
  press('PageDown', '[data-scrolls]');
  press('End', '[data-scrolls]');
  press(' ', '[role=dialog] p');
  press('>', 'body', { ctrlKey: true });
  expect(Object.values(doings).every((doing) => doing.mock.calls.length === 0)).toBe(true);
  press(' ', '[data-scrolls]');
  press(' ', '[type=radio]');
  expect(doings.play).toHaveBeenCalledTimes(2);
});
