// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { initReactI18next } from 'react-i18next';
import { strings as en } from '../i18n/en';
import { caps } from '../shell/Keys';
import { useOffers } from '../shell/offers';
import { actionsAt, keysOf, roomActions, type ActionId, type Desk, type Doing, type Doings } from './roomActions';
import { useRoomActions } from './useRoomActions';

const desks: Desk[] = ['interviewer', 'observer', 'candidate'];
const ids = Object.keys(roomActions) as ActionId[];
const allKeys = (id: ActionId) => [roomActions[id].keys].flat();
const press = (keys: string) => {
  const parts = keys.split('+');
  const key = parts.at(-1)!;
  fireEvent.keyDown(document.body, { code: key.length === 1 ? `Key${key}` : key, key, altKey: parts.includes('alt'), shiftKey: parts.includes('shift'), ctrlKey: parts.includes('mod') });
};
const every = (desk: Desk, doing: (id: string) => Doing) =>
  Object.fromEntries(actionsAt(desk).map((id) => [id, allKeys(id).length > 1 ? allKeys(id).map((_, n) => doing(`${id}-${n}`)) : doing(id)])) as unknown as Doings<Desk>;
function Seat({ desk, doings }: { desk: Desk; doings: Doings<Desk> }) {
  return useRoomActions(desk, doings);
}

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
afterEach(cleanup);

test('every action has keys of its own and a name', () => {
  const keys = ids.flatMap(allKeys).map((it) => it.toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
  for (const id of ids) {
    expect(allKeys(id).length, id).toBeGreaterThan(0);
    expect(Object.keys(en)).toContain(`action.${id}`);
  }
});

describe.each(desks)('at the desk of the %s', (desk) => {
  test('every action is in the palette with its keys, and its keys do it', () => {
    const done = vi.fn();
    const { result } = renderHook(useOffers);
    render(<Seat desk={desk} doings={every(desk, (id) => ({ run: () => done(id) }))} />);
    const wanted = actionsAt(desk).flatMap((id) => allKeys(id).map((_, n) => ({ label: en[`action.${id}`], keys: keysOf(id, n) })));
    expect(result.current.map(({ label, keys }) => ({ label, keys }))).toEqual(wanted);
    for (const offer of result.current) {
      done.mockClear();
      press(offer.keys);
      expect(done, offer.keys).toHaveBeenCalledTimes(1);
    }
  });
});

test('keys of what cannot be done now say why, and keys of what makes no sense now say nothing', () => {
  const run = vi.fn();
  const { result } = renderHook(useOffers);
  render(<Seat desk="interviewer" doings={{ ...every('interviewer', () => ({ run })), hint: { run, whyNot: 'All hints are shown.' }, admit: { run, absent: true } }} />);
  press('alt+H');
  expect(screen.getByRole('status').textContent).toBe('All hints are shown.');
  press('alt+I');
  expect(run).not.toHaveBeenCalled();
  expect(result.current.find((it) => it.id === 'hint-0')).toMatchObject({ whyNot: 'All hints are shown.' });
  expect(result.current.some((it) => it.id === 'admit-0')).toBe(false);
});

test('a dialog has the keyboard for itself, and a room that is left offers nothing', () => {
  const run = vi.fn();
  const { result } = renderHook(useOffers);
  const { unmount } = render(<><Seat desk="candidate" doings={every('candidate', () => ({ run }))} /><div aria-modal="true" /></>);
  press('alt+C');
  expect(run).not.toHaveBeenCalled();
  act(unmount);
  expect(result.current).toEqual([]);
});

test('the help lists what the keys are bound to', async () => {
  const { default: Shortcuts } = await import('../shell/Shortcuts');
  const { MantineProvider } = await import('@mantine/core');
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  render(<MantineProvider env="test"><Shortcuts close={() => {}} /></MantineProvider>);
  for (const id of ids) {
    const line = screen.getByText(en[`action.${id}`]).parentElement!;
    expect([...line.querySelectorAll('kbd')].map((it) => it.textContent).slice(0, caps(keysOf(id)).length)).toEqual(caps(keysOf(id)));
  }
});
