import { expect, test } from 'vitest';
import { firstHalf, samples } from './samples';
import { hasKeyPoints, isComparable, trialOf } from './trial';

const question = { title: 'AOF?', body: '', reference: '追加写命令。重启时重放。', keyPoints: [{ text: ' ', weight: 1 }], language: 'zh' as const };

test.each([
  ['One two. Three four.', 'One two.'],
  ['追加写命令。重启时重放。', '追加写命令。'],
  ['- one\n- two\n- three\n- four', '- one\n- two'],
  ['Version 1.2 is one sentence', ''],
  ['', ''],
])('half of %j is %j', (text, half) => {
  expect(firstHalf(text)).toBe(half);
});

test('what cannot be made is not offered', () => {
  const names = (of: typeof question) => samples(of, () => '不知道。').map((it) => it.name);
  expect(names(question)).toEqual(['reference', 'half', 'unknown', 'echo', 'blank']);
  expect(names({ ...question, reference: '', title: ' ' })).toEqual(['unknown', 'blank']);
});

test('is scored as it would be had it been submitted, without rows that nobody wrote in', () => {
  expect(trialOf({ ...question, keyPoints: [{ text: ' 追加 ', weight: 2 }, { text: '', weight: 1 }] }, 'x')).toEqual({
    question: 'AOF?\n', references: ['追加写命令。重启时重放。'], answer: 'x', language: 'zh', keyPoints: [{ text: '追加', weight: 2 }],
  });
  expect(hasKeyPoints(question)).toBe(false);
  expect(isComparable(question)).toBe(true);
  expect(isComparable({ ...question, reference: ' ' })).toBe(false);
});
