// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { initReactI18next } from 'react-i18next';
import { strings } from '../i18n/en';
import { Consent } from './Consent';

beforeAll(async () => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: strings } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = async (answer: () => Promise<Response>) => {
  vi.stubGlobal('fetch', answer);
  render(<MantineProvider><QueryClientProvider client={new QueryClient()}><Consent names="Mei" asked={false} agree={() => {}} /></QueryClientProvider></MantineProvider>);
  await screen.findByText(strings['consent.title']);
};
const says = (body: unknown, status = 200) => () => Promise.resolve(new Response(JSON.stringify(body), { status }));
const has = (key: keyof typeof strings) => screen.queryByText(strings[key]) !== null;

test.each([
  ['is told where a model is asked', says({ asked: true }), true, false],
  ['is not told where none is', says({ asked: false }), false, false],
  ['is told that nobody knows while the scorer is away', says({ code: 'BAD_GATEWAY' }, 502), false, true],
] as const)('a candidate %s', async (_, answer, told, unknown) => {
  await show(answer);
  expect([has('consent.languageModel'), has('consent.languageModelUnknown')]).toEqual([told, unknown]);
});

test('nobody can agree before all of it is there', () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  render(<MantineProvider><QueryClientProvider client={new QueryClient()}><Consent names="Mei" asked={false} agree={() => {}} /></QueryClientProvider></MantineProvider>);
  expect(screen.queryByRole('button')).toBeNull();
});
