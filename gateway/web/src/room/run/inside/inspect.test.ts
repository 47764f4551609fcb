import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { inspect, trace } from './inspect';

test.each([
  ['text', 'text'],
  [['text', "it's"], `['text', "it's"]`],
  [{ a: 1, 'b c': [null, undefined, -0, 3n] }, "{ a: 1, 'b c': [null, undefined, -0, 3n] }"],
  [new Map([['k', new Set([1])]]), "Map(1) { 'k' => Set(1) { 1 } }"],
  [new (class Node { next = null; value = 7; })(), 'Node { next: null, value: 7 }'],
  [new Uint8Array([1, 2]), 'Uint8Array [1, 2]'],
  [Object.create(null), '{}'],
  [{ get x() { return 1; } }, '{ x: [Getter] }'],
  [() => 1, '[Function]'],
  [{ '长': '字' }, "{ 长: '字' }"],
])('%o reads %s', (value, text) => {
  expect(inspect(value).replace('[null prototype] ', '')).toBe(text);
});

test('circles, depths and long lists end', () => {
  const circle: Record<string, unknown> = {};
  circle.me = circle;
  expect(inspect(circle)).toBe('{ me: [Circular] }');
  expect(inspect({ a: { b: { c: { d: { e: 1 } } } } })).toBe('{ a: { b: { c: { d: [Object] } } } }');
  expect(inspect(Array(101).fill(0))).toContain('… 1 more');
});

test('only what is shown of a long list is looked at, and what hides itself is said to', () => {
  const looked = Array.from({ length: 1_000_000 }, (_, i) => ({ toJSON: i }));
  expect(inspect(looked)).toContain('… 999900 more');
  const hiding = new Proxy({}, { getPrototypeOf() { throw new Error('no'); } });
  expect(inspect({ hiding })).toBe('{ hiding: [cannot be shown] }');
  expect(trace(hiding)).toBe('Uncaught [cannot be shown]');
});

test('an error shows the lines of the code and none of ours', () => {
  try {
    runInNewContext('\nfunction f() { throw new RangeError("no") }\nf()', { RangeError }, { filename: 'main.js' });
  } catch (error) {
    expect(trace(error)).toBe('RangeError: no\n    at f (main.js:2:22)\n    at main.js:3:1');
  }
  expect(trace('thrown text')).toBe("Uncaught 'thrown text'");
  expect(trace(new Error('outer', { cause: new TypeError('inner') }))).toBe('Error: outer\n    [cause]: TypeError: inner');
  expect(trace(new AggregateError([1, 'two'], 'all'))).toBe("AggregateError: all\n    [error]: 1\n    [error]: 'two'");
});
