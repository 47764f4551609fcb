// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { Dialog } from './Dialog';

beforeAll(async () => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as unknown as typeof matchMedia;
  await i18next.use(initReactI18next).init({ lng: 'en', resources: {} });
});
afterEach(cleanup);

function Desk({ elsewhere = false }) {
  const [opened, open] = useState(false);
  return (
    <MantineProvider>
      <textarea aria-label="Answer" onKeyDown={() => open(true)} />
      <textarea aria-label="Elsewhere" />
      <Dialog opened={opened} close={() => open(false)} title="Time">
        <button>First</button>
        <button data-autofocus onClick={() => { if (elsewhere) screen.getByLabelText('Elsewhere').focus(); open(false); }}>Set</button>
      </Dialog>
    </MantineProvider>
  );
}
const answer = () => screen.getByLabelText('Answer');
const openByKey = () => {
  answer().focus();
  fireEvent.keyDown(answer(), { key: 't', altKey: true });
};

test('has the keyboard before the next key, and gives it back', () => {
  render(<Desk />);
  openByKey();
  expect(document.activeElement).toBe(screen.getByText('Set'));
  fireEvent.keyDown(screen.getByText('Set'), { key: 'Escape' });
  expect(screen.queryByText('Set')).toBeNull();
  expect(document.activeElement).toBe(answer());
});

test('whoever went elsewhere stays there', () => {
  render(<Desk elsewhere />);
  openByKey();
  fireEvent.click(screen.getByText('Set'));
  expect(screen.queryByText('Set')).toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('Elsewhere'));
});
