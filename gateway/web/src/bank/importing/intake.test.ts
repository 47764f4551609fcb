import { expect, test } from 'vitest';
import { isSource, isTooMuch, joined, languageOf, pasted, suggestedLanguage, suggestedSource } from './intake';

const named = (name: string, text = '') => ({ name, bytes: new Blob([text]) });

test('the list is called after its file or its folder', () => {
  expect(suggestedSource([named('后端 面试题.md')])).toBe('后端 面试题');
  expect(suggestedSource([named('team/redis.md'), named('team/kafka.md')])).toBe('team');
  expect(suggestedSource([named('a:b*c.md')])).toBe('a b c');
  expect(suggestedSource([pasted('text')])).toBe('');
});

test('only names that the service takes are names', () => {
  expect(isSource('后端题单 (2026)')).toBe(true);
  expect(isSource('a/b')).toBe(false);
  expect(isSource(' ')).toBe(false);
});

test('the language is that of most words', async () => {
  expect(languageOf('Redis 有哪些持久化方式？')).toBe('zh');
  expect(languageOf('What is a GIL, and why?')).toBe('en');
  expect(languageOf('123')).toBeNull();
  expect(await suggestedLanguage([named('pictures.zip'), named('a.md', '什么是锁？')])).toBe('zh');
});

test('the same name again takes the place of the earlier file', () => {
  const next = named('a.md', 'new');
  expect(joined([named('a.md', 'old'), named('b.md')], [next]).map((it) => it.name)).toEqual(['b.md', 'a.md']);
});

test('what the service would refuse is not sent', () => {
  const heavy = (size: number) => ({ name: 'a.md', bytes: { size } as Blob });
  expect(isTooMuch([heavy(9 << 20)])).toBe(false);
  expect(isTooMuch([heavy(10 << 20)])).toBe(true);
  expect(isTooMuch(Array.from({ length: 2_000 }, () => heavy(4_800)))).toBe(true);
});
