// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { initReactI18next } from 'react-i18next';
import { strings } from '../i18n/en';
import { Countdown, TimeCall } from './Countdown';
import type { RoomSnapshot } from './session';
import { useFocusTime } from './useNow';

const noon = Date.parse('2026-01-01T12:00:00Z');
const snapshot = (clockAhead: number, room = {}) => ({ clockAhead, room: { status: 'LIVE', ...room } }) as unknown as RoomSnapshot;
const inSeconds = (seconds: number) => new Date(noon + seconds * 1000).toISOString();
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: strings } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
beforeEach(() => vi.useFakeTimers({ now: noon }));
afterEach(() => { cleanup(); vi.useRealTimers(); });

test('a deadline is counted by the service’s clock, not by this machine’s', () => {
  const { container } = render(<Countdown snapshot={snapshot(90_000)} deadline={inSeconds(300)} />);
  expect(container.textContent).toBe('03:30 left');
  pass(31);
  expect(container.textContent).toBe('02:59 left');
});

test('beyond the deadline it goes on, calmly', () => {
  const { container } = render(<Countdown snapshot={snapshot(0)} deadline={inSeconds(1)} />);
  pass(62);
  expect(container.textContent).toBe('+01:01 over time');
  expect(container.firstElementChild!.className).toContain('over');
});

test('five minutes before the end and at the end it is said once', () => {
  render(<TimeCall snapshot={snapshot(0)} name="Question 1" deadline={inSeconds(303)} />);
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');
  pass(4);
  const said = status.firstChild;
  expect(status.textContent).toBe('Question 1: five minutes left.');
  pass(200);
  expect(status.firstChild).toBe(said);
  pass(100);
  expect(status.textContent).toBe(strings['time.call.over'].replace('{{name}}', 'Question 1'));
});

test('focus time is over by itself, and a desk notices without a message', () => {
  function Seat() {
    return <p>{useFocusTime({ snapshot: snapshot(2000, { focusUntil: inSeconds(10) }) }) === null ? 'rest over' : 'resting'}</p>;
  }
  const { container } = render(<Seat />);
  expect(container.textContent).toBe('resting');
  pass(7.9);
  expect(container.textContent).toBe('resting');
  pass(0.2);
  expect(container.textContent).toBe('rest over');
});
