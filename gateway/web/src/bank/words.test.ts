import { expect, test } from 'vitest';
import { oneSide, wordDiff, words, type Piece } from './words';

const told = (before: string, after: string) => wordDiff(before, after).map((it) => ({ same: it.text, gone: `-${it.text}`, new: `+${it.text}` })[it.kind]).join('|');

test('Chinese is compared word by word', () => {
  expect(words('持久化方式').length).toBeLessThan('持久化方式'.length);
  expect(told('Redis 有几种持久化方式？', 'Redis 有哪些持久化方式？')).toBe('Redis 有|-几种|+哪些|持久化方式？');
});

test('English too, and marks are words', () => {
  expect(told('What is AOF?', 'What is an AOF?')).toBe('What is |+an |AOF?');
  expect(told('one, two', 'one; two')).toBe('one|-,|+;| two');
});

test('nothing, everything and the same', () => {
  expect(wordDiff('', '')).toEqual([]);
  expect(told('', 'new')).toBe('+new');
  expect(told('same', 'same')).toBe('same');
});

test('two long texts that share nothing are shown whole', () => {
  const long = (word: string) => Array.from({ length: 1500 }, (_, i) => `${word}${i}`).join(' ');
  expect(wordDiff(long('a'), long('b')).map((it) => it.kind)).toEqual(['gone', 'new']);
});

test('words of one side that stand beside each other are told at once', () => {
  const pieces: Piece[] = [
    { kind: 'same', text: '会，' }, { kind: 'new', text: '还会' }, { kind: 'gone', text: '野外也会' }, { kind: 'new', text: '计划' }, { kind: 'same', text: '。' },
  ];
  expect(oneSide(pieces, 'new').map((it) => it.text)).toEqual(['会，', '还会计划', '。']);
  expect(oneSide(pieces, 'gone').map((it) => it.text)).toEqual(['会，', '野外也会', '。']);
});
