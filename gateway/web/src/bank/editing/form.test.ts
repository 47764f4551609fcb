import { expect, test } from 'vitest';
import { blank, changedFields, clashes, faultOf, isSame, settled, textOf, tidy } from './form';

const began = { ...blank('zh'), title: '什么是 AOF？', reference: '追加日志', tags: ['redis'] };

test('rows that were opened and never written in are no rows', () => {
  expect(tidy({ ...began, hints: [' ', 'think '], keyPoints: [{ text: '', weight: 2 }] })).toEqual({ ...began, hints: ['think'], keyPoints: [] });
});

test('says what the service would refuse', () => {
  expect(faultOf(began)).toBeNull();
  expect(faultOf({ ...began, title: ' ' })?.field).toBe('title');
  expect(faultOf({ ...began, title: 'x'.repeat(2001) })).toMatchObject({ field: 'title', count: 2001 });
  expect(faultOf({ ...began, hints: Array.from({ length: 31 }, (_, i) => `hint ${i}`) })?.field).toBe('hints');
  expect(faultOf({ ...began, reference: 'x'.repeat(70_000) })?.key).toBe('write.tooLong');
});

test('knows what changed, and shows lists as lines', () => {
  const changed = { ...began, keyPoints: [{ text: 'appends', weight: 2 }, { text: 'replays', weight: 1 }] };
  expect(isSame(began, { ...began })).toBe(true);
  expect(changedFields(began, changed)).toEqual(['keyPoints']);
  expect(textOf(changed, 'keyPoints')).toBe('appends ×2\nreplays');
});

test('who alone changed a field has it; where both did, both are told', () => {
  const mine = { ...began, title: '什么是 AOF 日志？', reference: '我的' };
  const theirs = { ...began, reference: '他们的', tags: ['redis', 'aof'] };
  expect(clashes(began, mine, theirs)).toEqual([
    { field: 'title', side: 'mine', both: false },
    { field: 'tags', side: 'theirs', both: false },
    { field: 'reference', side: 'mine', both: true },
  ]);
  expect(settled(mine, theirs, { tags: 'theirs' }, { reference: '一起写的' })).toEqual({ ...theirs, title: '什么是 AOF 日志？', reference: '一起写的' });
});
