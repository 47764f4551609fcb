// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { strings as en } from '../../i18n/en';
import { fresh } from './choices';
import { Items } from './Items';
import { item, preview } from './preview.test.data';
import type { PreviewFile } from './wire';
import { listed } from './view';

beforeAll(async () => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  globalThis.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(600);
  HTMLElement.prototype.scrollTo = () => {};
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
afterEach(cleanup);

const choices = fresh('team list', 'en');
const drawn = vi.hoisted(() => ({ titles: [] as string[] }));
vi.mock('../../shell/Chips', () => ({ Chips: ({ children }: { children: unknown[] }) => { drawn.titles.push(String(children[1])); return null; } }));

const all = listed(preview({ items: Array.from({ length: 8 }, (_, i) => item({ key: `list.md#${i}`, line: i, title: `Question ${i}` })) }), choices);
const files: PreviewFile[] = [];
const none = () => {};

function List() {
  const [at, setAt] = useState<string | null>('list.md#0');
  return <Items items={all} all={all} files={files} choices={choices} choose={none} at={at} select={setterOf(setAt)} edit={none} showSource={none} />;
}
let select: ((it: { key: string }) => void) | null = null;
const setterOf = (setAt: (key: string) => void) => (select ??= (it) => setAt(it.key));

test('an arrow draws again the item that closes and the one that opens, and no other', () => {
  render(<MantineProvider><QueryClientProvider client={new QueryClient()}><MemoryRouter><List /></MemoryRouter></QueryClientProvider></MantineProvider>);
  expect(new Set(drawn.titles).size).toBeGreaterThan(1);
  drawn.titles.length = 0;
  fireEvent.keyDown(screen.getByText('Question 0'), { key: 'ArrowDown' });
  expect([...new Set(drawn.titles)].sort()).toEqual(['line 0', 'line 1']);
});

test('the keyboard goes on with what an item became when it was split', async () => {
  const parts = listed(preview({ items: [item({ key: 'list.md#0.1', title: 'First part' }), item({ key: 'list.md#0.2', title: 'Second part' })] }), choices);
  const within = (items: typeof all, at: string) => <MantineProvider><QueryClientProvider client={new QueryClient()}><MemoryRouter><Items items={items} all={items} files={files} choices={choices} choose={none} at={at} select={none} edit={none} showSource={none} /></MemoryRouter></QueryClientProvider></MantineProvider>;
  const { rerender } = render(within(all, 'list.md#0'));
  screen.getByText('Question 0').closest('button')!.focus();
  rerender(within(parts, 'list.md#0.1'));
  await waitFor(() => expect(document.activeElement?.id).toBe('item-list.md#0.1'));
});
