import { expect, test } from 'vitest';
import { chooseItem, chooseProfile, chooseRetired, chooseRole, chooseShape, confirmShapes, editItem, fresh, includeAll, isIncluded, isUntouched, requestOf, splitFrom, unconfirmed } from './choices';
import { editableOf, editOf } from './edits';
import { file, item, preview } from './preview.test.data';

const start = fresh('team list', 'zh');

test('the request says what was chosen, and the generation only when applying', () => {
  const chosen = chooseRetired(chooseItem(chooseRole(start, 'list.md', 17, 'ANSWER'), 'list.md#12', { include: false }), 'q12', true);
  expect(requestOf(chosen)).toEqual({ source: 'team list', language: 'zh', files: { 'list.md': { roles: { 17: 'ANSWER' } } }, items: { 'list.md#12': { include: false } }, retire: ['q12'] });
  expect(requestOf(chosen, 12).generation).toBe(12);
});

test('a choice that is taken back leaves no trace', () => {
  const chosen = chooseItem(chooseItem(start, 'list.md#3', { split: true }), 'list.md#3', { split: undefined });
  expect(chosen).toEqual(start);
  expect(isUntouched(chosen)).toBe(true);
});

test('edits of one item add up', () => {
  const chosen = editItem(editItem(start, 'a#1', { title: 'One' }), 'a#1', { topic: 'Redis' });
  expect(chosen.items['a#1']).toEqual({ edit: { title: 'One', topic: 'Redis' } });
  expect(editItem(start, 'a#1', {})).toBe(start);
});

test('only what was changed in the form is an edit, and empty rows are none', () => {
  const began = editableOf(item({ key: 'a#1', title: 'What is AOF?', topics: ['Redis'], keyPoints: [{ text: 'appends', weight: 1 }] }));
  expect(editOf(began, { ...began, keyPoints: [...began.keyPoints, { text: ' ', weight: 1 }] })).toEqual({});
  expect(editOf(began, { ...began, title: ' What is an AOF? ', minutes: 8 })).toEqual({ title: 'What is an AOF?', minutes: 8 });
});

test('another shape is another reading: what was said about its blocks goes', () => {
  const told = chooseItem(chooseItem(chooseRole(start, 'a.md', 3, 'TOPIC'), 'a.md#5', { include: false }), 'b.md#5', { include: false });
  const read = chooseShape(told, file({ name: 'a.md', shape: 'list-item' }), 'heading-3');
  expect(read.files['a.md']).toEqual({ shape: 'heading-3' });
  expect(Object.keys(read.items)).toEqual(['b.md#5']);
});

test('confirming what was read keeps everything else that was said', () => {
  const told = chooseRole(start, 'a.md', 3, 'TOPIC');
  expect(confirmShapes(told, [file({ name: 'a.md', shape: 'list-item' })]).files['a.md']).toEqual({ shape: 'list-item', roles: { 3: 'TOPIC' } });
});

test('what is not sure waits for a person, file by file', () => {
  const unsure = preview({ sure: false, confidence: 0.5, files: [file({ name: 'a.md', confidence: 0.5 }), file({ name: 'b.md', confidence: 0.9 })] });
  expect(unconfirmed(unsure, start).map((it) => it.name)).toEqual(['a.md']);
  expect(unconfirmed(unsure, confirmShapes(start, unsure.files))).toEqual([]);
  expect(unconfirmed({ ...unsure, sure: true }, start)).toEqual([]);
});

test('a choice shows before its answer has come', () => {
  const known = item({ key: 'a.md#1', included: true });
  expect(isIncluded(known, chooseItem(start, 'a.md#1', { include: false }))).toBe(false);
  expect(Object.keys(includeAll(includeAll(start, ['a', 'b'], false), ['a', 'b'], true).items)).toEqual([]);
});

test('a part knows the whole that a person split', () => {
  const part = item({ key: 'a.md#30.1', file: 'a.md' });
  const marked = (key: string) => [file({ name: 'a.md', marks: [{ from: 30, to: 30, role: 'QUESTION', item: key, because: '' }] })];
  expect(splitFrom(part, marked('a.md#30'))).toBe('a.md#30');
  expect(splitFrom(part, marked('a.md#30.1'))).toBeNull();
});

test('the job profile is offered and not forced', () => {
  expect('profile' in chooseProfile(chooseProfile(start, 'Backend'), null)).toBe(false);
});
