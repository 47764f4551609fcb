import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import type { Entry } from '../room/wire';
import { Recording } from './recording';
import { iso, serve, START } from './told.test.data';
import { firstStood } from './words';

/** Each text follows the one before; the last is submitted. */
async function written(texts: string[], quote: string) {
  const told: Entry[] = [];
  const say = (body: Record<string, unknown>) => told.push({ ...body, position: { epoch: 'e', sequence: told.length + 1 }, at: iso(START + told.length * 1000), actor: 'github.com:2' } as unknown as Entry);
  say({ type: 'question-asked', question: 1, planned: 0, content: { minutes: 5 }, hintCount: 0, document: 'q1:text' });
  texts.forEach((text, i) => {
    const before = texts[i - 1] ?? '';
    let from = 0;
    while (from < Math.min(before.length, text.length) && before[from] === text[from]) from++;
    const changes = ChangeSet.of({ from, to: before.length, insert: text.slice(from) }, before.length);
    say({ type: 'document-edited', document: 'q1:text', version: i, updates: [{ client: 'c', changes: changes.toJSON() }] });
  });
  const answer = texts.at(-1)!;
  say({ type: 'answer-submitted', question: 1, attempt: 1, person: 'github.com:2', text: answer, document: 'q1:text', documentVersion: texts.length });
  const { timeline, page } = serve(told, 3);
  const from = answer.indexOf(quote);
  const found = await firstStood(new Recording(timeline, page), 1, told.length, { from, to: from + quote.length });
  const spot = found!.spot;
  return { ...found, text: texts[spot.page.frames[spot.index - 1]!.sequence - 2] };
}

test('the moment at which the last letter of the words was typed', async () => {
  expect(await written(['AOF', 'AOF 追', 'AOF 追加写', 'AOF 追加写。😀', 'AOF 追加写。😀 done'], '追加写。😀')).toMatchObject({ written: true, quote: '追加写。😀', text: 'AOF 追加写。😀' });
});

test('the first time counts, also when the words went away and came back', async () => {
  expect(await written(['a rdb', 'a ', 'a rdb and aof'], 'rdb')).toMatchObject({ text: 'a rdb' });
});

test('what was cut out between them can bring words together', async () => {
  expect(await written(['ab--cd', 'abcd', 'abcde'], 'abcd')).toMatchObject({ text: 'abcd' });
});

test('an empty quote is the submission itself', async () => {
  expect(await written(['x'], '')).toMatchObject({ written: false });
});
