import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { strings as en } from './en';
import { strings as zh } from './zh';

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((f) => (f.isDirectory() ? files(join(folder, f.name)) : [join(folder, f.name)]));
const sources = files(new URL('..', import.meta.url).pathname).filter((f) => /\.tsx?$/.test(f) && !f.includes('i18n') && !f.includes('.test.'));

test('both languages have the same keys', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
});

test('both languages fill in the same blanks', () => {
  const blanks = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((m) => m[1]).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) expect(blanks(zh[key]), key).toEqual(blanks(en[key]));
});

test('every key that the code asks for exists', () => {
  const asked = sources.flatMap((f) => [...readFileSync(f, 'utf8').matchAll(/\bt\('([^']+)'/g)].map((m) => m[1]!));
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => !(key in en) && !(`${key}_other` in en))).toEqual([]);
});

test('no sentence is written into a view', () => {
  const chinese = sources.filter((f) => /[\u4e00-\u9fff]/.test(readFileSync(f, 'utf8').replaceAll('中文', '')));
  expect(chinese).toEqual([]);
});
