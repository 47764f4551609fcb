import { afterEach, beforeEach, expect, test } from 'vitest';
import { speak } from './console';

const untouched = { ...console };
let said = '';

beforeEach(() => {
  said = '';
  speak((text) => (said += text));
});
afterEach(() => void Object.assign(console, untouched));

const says = (...all: (() => void)[]) => {
  all.forEach((one) => one());
  return said;
};

test('what stands in the places of a first text is put there', () => {
  expect(says(() => console.log("%s has %d of %i, %c%j %%", "a", 2, 3.5, "color: red", ["x"], "more"))).toBe("a has 2 of 3, ['x'] % more\n");
});

test('groups are indented, whatever is said in them', () => {
  expect(says(() => console.group('first'), () => console.log('a\nb'), () => console.groupEnd(), () => console.log('out'))).toBe('first\n  a\n  b\nout\n');
});

test('counts, times and assertions speak, as they do in Node', () => {
  expect(says(() => console.count(), () => console.count('it'), () => console.count('it'), () => console.countReset('it'), () => console.count('it'))).toBe('default: 1\nit: 1\nit: 2\nit: 1\n');
  said = '';
  expect(says(() => console.time('t'), () => console.timeEnd('t'), () => console.timeEnd('t'))).toMatch(/^t: \d+\.\d{3}ms\n$/);
  said = '';
  expect(says(() => console.assert(true, 'not'), () => console.assert(false), () => console.assert(false, 'why', 1))).toBe('Assertion failed\nAssertion failed: why 1\n');
});
