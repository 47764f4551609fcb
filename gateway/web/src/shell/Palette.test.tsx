// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { interviewsQuery, meQuery, queryClient } from '../api/queries';
import { strings } from '../i18n/en';
import Shell from './Shell';

beforeAll(async () => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  Element.prototype.scrollIntoView = () => {};
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: strings } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
beforeEach(() => {
  queryClient.setQueryData(meQuery.queryKey, { id: 'github.com:1', login: 'ivan', name: 'Ivan', roles: ['interviewer'], demo: true });
  queryClient.setQueryData(interviewsQuery.queryKey, { items: [] });
  render(
    <MantineProvider>
      <QueryClientProvider client={queryClient}>
        <MemoryRouter>
          <Routes>
            <Route element={<Shell />}>
              <Route path="/" element={<textarea aria-label="Answer" />} />
              <Route path="/settings" element={<h1>Settings here</h1>} />
            </Route>
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  answer().focus();
});
afterEach(cleanup);

const answer = () => screen.getByLabelText('Answer');
const field = () => screen.getByRole('combobox');
const open = () => fireEvent.keyDown(answer(), { key: 'k', code: 'KeyK', ctrlKey: true });

test('the very next key is typed into the palette, and what it chooses happens', () => {
  open();
  expect(document.activeElement).toBe(field());
  fireEvent.change(field(), { target: { value: 'settings' } });
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(screen.getByText('Settings here')).toBeTruthy();
});

test('who closes it goes on where they were', () => {
  open();
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(document.activeElement).toBe(answer());
});
