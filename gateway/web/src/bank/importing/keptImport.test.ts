import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { chooseItem, fresh } from './choices';
import { keepChoices, keepUpload, keptFor, throwAway } from './keptImport';
import { begin, step } from './undo';

test('an import at hand comes back with its choices until it is thrown away, to its person alone', async () => {
  const start = fresh('team list', 'zh');
  const first = { person: 'olga', upload: 'u', files: [{ name: 'a.md', bytes: new Blob(['1. What?']) }], choices: begin(start) };
  await keepUpload(first);
  const choices = step(begin(start), chooseItem(start, 'a.md#1', { include: false }));
  await keepChoices({ ...first, choices });
  expect((await keptFor('olga'))?.choices).toEqual(choices);
  expect((await keptFor('olga'))?.files.map((it) => it.name)).toEqual(['a.md']);
  expect(await keptFor('ivan')).toBeUndefined();
  await throwAway('u');
  expect(await keptFor('olga')).toBeUndefined();
});

test('two tabs keep two imports: each throws its own away, and the last one that was worked at comes back first', async () => {
  const at = (upload: string) => ({ person: 'chen', upload, files: [{ name: `${upload}.md`, bytes: new Blob(['1. What?']) }], choices: begin(fresh(upload, 'en')) });
  const [first, second] = [at('first'), at('second')];
  const clock = vi.spyOn(Date, 'now');
  clock.mockReturnValue(1);
  await keepUpload(first);
  clock.mockReturnValue(2);
  await keepUpload(second);
  clock.mockReturnValue(3);
  await keepChoices(first);
  clock.mockRestore();
  expect((await keptFor('chen'))?.upload).toBe('first');
  await throwAway('first');
  expect((await keptFor('chen'))?.files.map((it) => it.name)).toEqual(['second.md']);
});
