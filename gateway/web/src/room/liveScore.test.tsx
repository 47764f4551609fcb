// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { initReactI18next } from 'react-i18next';
import { strings } from '../i18n/en';
import { useScoreWords } from './liveScore';
import type { LiveScore } from './wire';

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: strings } }, keySeparator: false, nsSeparator: false, interpolation: { escapeValue: false } });
});

const said = (score: Partial<LiveScore>) => renderHook(() => useScoreWords()).result.current({ question: 1, attempt: 1, status: 'SCORED', ...score });

test('a room says why there is no score, or why it is 0, in the words of the report', () => {
  expect(said({ status: 'NOT_SCORED', reason: 'OTHER_LANGUAGE' })).toBe(`Not scored, which is not a 0. ${strings['reason.OTHER_LANGUAGE']}`);
  expect(said({ score: 0, low: 0, high: 0, reason: 'BLANK' })).toBe(`Score 0. ${strings['note.BLANK']}`);
});

test('a range is named where there is one', () => {
  expect(said({ score: 72, low: 58, high: 84 })).toBe('Score 72 (58–84)');
  expect(said({ score: 100, low: 100, high: 100 })).toBe('Score 100');
});
