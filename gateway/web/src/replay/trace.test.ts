import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import type { Entry } from '../room/wire';
import type { Told } from './moment';
import { Recording } from './recording';
import { iso, serve, START } from './told.test.data';
import { questionAt, traceOf } from './trace';

const told: Told[] = [];
const say = (seconds: number, body: Record<string, unknown>) =>
  told.push({ actor: 'github.com:2', ...body, position: { epoch: 'e', sequence: told.length + 1 }, at: iso(START + seconds * 1000) } as unknown as Entry);
let version = 0;
const type = (seconds: number, at: number, length: number, insert: string, actor = 'github.com:2') =>
  say(seconds, { type: 'document-edited', actor, document: 'q1:text', version: version++, updates: [{ client: 'c', changes: ChangeSet.of({ from: at, insert }, length).toJSON() }] });

say(0, { type: 'question-asked', question: 1, content: { minutes: 5 }, document: 'q1:text' });
type(1, 0, 0, 'old ');
type(20, 4, 4, 'new');
type(21, 0, 7, '你', 'github.com:1');
say(22, { type: 'question-asked', question: 2, content: { minutes: 5 }, document: 'q2:text' });
say(23, { type: 'note-written', text: 'n', question: 1 });

const { timeline, page } = serve(told);
const at = async (seconds: number) => new Recording(timeline, page).findAt(START + seconds * 1000);

test('shows where the last writer was, and what was written a moment ago', async () => {
  expect(traceOf(await at(20.5), 'q1:text', START + 20_500)).toEqual({ person: 'github.com:2', caret: 7, fresh: [{ from: 4, to: 7 }] });
  expect(traceOf(await at(21.5), 'q1:text', START + 21_500)).toEqual({ person: 'github.com:1', caret: 1, fresh: [{ from: 0, to: 1 }, { from: 5, to: 8 }] });
});

test('after a while nothing is fresh, but the writer is still there', async () => {
  expect(traceOf(await at(19), 'q1:text', START + 19_000)).toEqual({ person: 'github.com:2', caret: 4, fresh: [] });
  expect(traceOf(await at(20.5), 'q2:text', START + 20_500)).toBeNull();
});

test('the question is the one that something happened to, whatever staff note meanwhile', async () => {
  expect(questionAt(await at(21))).toBe(1);
  expect(questionAt(await at(23))).toBe(2);
});
