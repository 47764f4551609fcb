import { expect, test } from 'vitest';
import { chooseItem, chooseProfile, chooseRetired, fresh } from './choices';
import { file, item, preview } from './preview.test.data';
import { linesByRole, listed, markAt, sifted, sourceLines, standing, toWrite } from './view';

const list = file({
  lines: ['# Redis', '', '1. What is AOF?', '   It appends.', 'Follow us!'],
  marks: [
    { from: 1, to: 2, role: 'TOPIC', item: null, because: 'heading' },
    { from: 3, to: 3, role: 'QUESTION', item: 'list.md#3', because: 'entry' },
    { from: 4, to: 4, role: 'ANSWER', item: 'list.md#3', because: 'below it' },
    { from: 5, to: 5, role: 'IGNORED', item: null, because: 'below no question' },
  ],
});
const warning = { file: 'list.md', line: 4, code: 'inline-hint', message: 'A hint', fix: 'Move it' };
const start = fresh('team list', 'zh');

test('every line has its mark, the first of a mark its word, and warnings stand on theirs', () => {
  const lines = sourceLines(list, [warning]);
  expect(lines.map((it) => [it.number, it.mark?.role, it.first])).toEqual([[1, 'TOPIC', true], [2, 'TOPIC', false], [3, 'QUESTION', true], [4, 'ANSWER', true], [5, 'IGNORED', true]]);
  expect(lines[3]!.warnings).toEqual([warning]);
  expect(linesByRole(list)).toEqual({ TOPIC: 2, QUESTION: 1, ANSWER: 1, IGNORED: 1 });
  expect(markAt(list.marks, 4)?.role).toBe('ANSWER');
  expect(markAt(list.marks, 9)).toBeUndefined();
});

test('a warning inside an answer is a warning of its question', () => {
  const all = listed(preview({ files: [list], items: [item({ key: 'list.md#3' }), item({ key: 'list.md#9' })], warnings: [warning] }), start);
  expect(sifted(all, 'warnings').map((it) => it.item.key)).toEqual(['list.md#3']);
});

test('applying writes what is new and changed, and of what is missing only what is agreed to and missing still', () => {
  const items = [
    item({ key: 'a#1', outcome: 'added' }), item({ key: 'a#2', outcome: 'added' }), item({ key: 'a#3', outcome: 'proposed' }), item({ key: 'a#4', outcome: 'conflict' }),
    item({ key: 'a#5', outcome: 'unchanged' }), item({ key: 'a#6', outcome: 'requirement', kind: 'requirement' }),
  ];
  const answer = preview({ items });
  expect(toWrite(listed(answer, start), start, answer.missing)).toEqual({ added: 2, changed: 1, retired: 0, requirements: 0 });
  const told = chooseProfile(chooseRetired(chooseRetired(chooseItem(start, 'a#1', { include: false }), 'q8', true), 'q9', true), 'Backend');
  expect(toWrite(listed(answer, told), told, [{ id: 'q9', title: 'Gone', topic: '' }])).toEqual({ added: 1, changed: 1, retired: 1, requirements: 1 });
});

test('a conflict that was settled for the file stays among the conflicts, so that it can be settled otherwise', () => {
  const taken = chooseItem(start, 'a#4', { conflict: 'take-file' });
  const all = listed(preview({ items: [item({ key: 'a#4', outcome: 'changed' }), item({ key: 'a#5', outcome: 'changed' })] }), taken);
  expect(sifted(all, 'conflicts').map((it) => it.item.key)).toEqual(['a#4']);
});

test('who splits an item stands at its first part, and at the whole when it is put together', () => {
  const whole = listed(preview({ items: [item({ key: 'list.md#3' })] }), start);
  const parts = listed(preview({ items: [item({ key: 'list.md#3.1' }), item({ key: 'list.md#3.2' })] }), start);
  expect(standing('list.md#3', parts)).toBe('list.md#3.1');
  expect(standing('list.md#3.2', parts)).toBe('list.md#3.2');
  expect(standing('list.md#3.2', whole)).toBe('list.md#3');
  expect(standing(null, whole)).toBeNull();
});
