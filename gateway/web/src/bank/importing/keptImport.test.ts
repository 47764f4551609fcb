import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
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
  await throwAway('olga');
  expect(await keptFor('olga')).toBeUndefined();
});
