// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { strings as en } from '../../i18n/en';
import { Against } from './Against';
import { AppliedImport } from './AppliedImport';
import { chooseItem, fresh } from './choices';
import { ItemEditor } from './ItemEditor';
import { item, preview } from './preview.test.data';

beforeAll(async () => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  globalThis.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
  Object.defineProperty(document, 'fonts', { value: new EventTarget() });
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
afterEach(cleanup);

const shown = (what: ReactNode) => render(
  <MantineProvider><QueryClientProvider client={new QueryClient()}><MemoryRouter>{what}</MemoryRouter></QueryClientProvider></MantineProvider>,
);
const start = fresh('team list', 'en');

test('what was typed over an item is not lost by Escape', () => {
  const close = vi.fn();
  shown(<ItemEditor item={item({ title: 'What is AOF?' })} choices={start} choose={() => {}} topics={[]} close={close} />);
  fireEvent.change(screen.getByLabelText('Question'), { target: { value: 'What is an AOF?' } });
  fireEvent.keyDown(screen.getByLabelText('Question'), { key: 'Escape' });
  expect(close).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('Go on writing'));
  expect((screen.getByLabelText('Question') as HTMLInputElement).value).toBe('What is an AOF?');
  fireEvent.keyDown(screen.getByLabelText('Question'), { key: 'Escape' });
  fireEvent.click(screen.getByText('Throw it away'));
  expect(close).toHaveBeenCalledOnce();
});

test('an item that nobody wrote in closes at once', () => {
  const close = vi.fn();
  shown(<ItemEditor item={item({})} choices={start} choose={() => {}} topics={[]} close={close} />);
  fireEvent.keyDown(screen.getByLabelText('Question'), { key: 'Escape' });
  expect(close).toHaveBeenCalledOnce();
});

test('an import that was just applied is undone only after a question', async () => {
  const asked = vi.fn(() => new Promise<Response>(() => {}));
  vi.stubGlobal('fetch', asked);
  shown(<AppliedImport applied={{ batch: 'b1', counts: preview({}).counts, source: 'team list', at: '2026-01-05T09:00:00Z' }} another={() => {}} />);
  fireEvent.click(screen.getByText('Undo this import'));
  expect(asked).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('Undo it'));
  await waitFor(() => expect(asked).toHaveBeenCalledOnce());
  vi.unstubAllGlobals();
});

test('a conflict shows both texts side by side, also after the file was taken', () => {
  const both = item({ key: 'a#1', outcome: 'changed', reference: 'It appends.', before: { title: 'Question', body: '', reference: 'It logs.' } });
  shown(<Against item={both} choices={chooseItem(start, 'a#1', { conflict: 'take-file' })} choose={() => {}} />);
  expect((screen.getByLabelText('Take the file’s') as HTMLInputElement).checked).toBe(true);
  expect(screen.getByRole('region', { name: 'In the bank' }).textContent).toContain('logs');
  expect(screen.getByRole('region', { name: 'In the bank' }).textContent).not.toContain('appends');
  expect(screen.getByRole('region', { name: 'In the file' }).textContent).toContain('appends');
});
