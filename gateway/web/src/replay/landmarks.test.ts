import { expect, test } from 'vitest';
import { strings } from '../i18n/en';
import { KINDS, marksOf } from './landmarks';

const landmark = (type: string) => ({ position: 1, at: '2026-01-05T09:00:00Z', type, person: 'github.com:1' });
/** As the service's timeline tells them. */
const types = ['question-asked', 'hint-shown', 'answer-submitted', 'chat-posted', 'note-written', 'key-point-ticked', 'code-run', 'follow-up-asked', 'focus-started', 'focus-ended', 'language-chosen', 'candidate-admitted', 'feedback-released', 'room-ended'];

test('every landmark of the service has a kind and words', () => {
  const marks = marksOf(types.map(landmark));
  expect(marks.map((mark) => mark.type)).toEqual(types);
  expect(types.filter((type) => !(`replay.mark.${type}` in strings))).toEqual([]);
  expect(KINDS.filter((kind) => !(`replay.kind.${kind}` in strings))).toEqual([]);
});

test('a landmark of a newer service is left out', () => {
  expect(marksOf([landmark('coffee-brought')])).toEqual([]);
});
