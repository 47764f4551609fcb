import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import { fold, type Folded } from './roomState';
import type { Entry, QuestionContent, RoomView } from './wire';

const content: QuestionContent = { id: 'q', version: 1, language: 'zh', topic: 'redis', title: 'AOF?', body: '', difficulty: 'easy', minutes: 5, tags: [] };
const room: RoomView = {
  interview: 'i', title: 'T', language: 'zh', status: 'WAITING', plannedMinutes: 45, members: [{ person: 'demo:2', capabilities: ['ANSWER'], consented: false, admitted: false }],
  questions: [], chat: [], notes: [],
};
const start: Folded = { room, position: { epoch: 'e1', sequence: 0 } };
let sequence = 0;
const entry = (body: Record<string, unknown>): Entry =>
  ({ position: { epoch: 'e1', sequence: ++sequence }, at: `2026-01-01T00:00:0${sequence % 10}Z`, actor: 'demo:1', ...body }) as unknown as Entry;
const play = (from: Folded, ...bodies: Record<string, unknown>[]) => bodies.map(entry).reduce(fold, from);

test('a candidate consents, is let in, is asked, answers and is scored fairly: the room follows', () => {
  sequence = 0;
  const { room: r, position } = play(
    start,
    { type: 'consent-given', person: 'demo:2' },
    { type: 'candidate-admitted', person: 'demo:2' },
    { type: 'question-asked', question: 1, planned: 0, content, hintCount: 1, document: 'q1:text' },
    { type: 'document-edited', document: 'q1:text', version: 0, updates: [{ client: 'c', changes: ChangeSet.of({ from: 0, insert: '写命令' }, 0).toJSON() }] },
    { type: 'hint-shown', question: 1, index: 0, text: 'fsync' },
    { type: 'answer-submitted', question: 1, attempt: 1, person: 'demo:2', text: '写命令', document: 'q1:text', documentVersion: 1 },
    { type: 'chat-posted', text: '好' },
    { type: 'feedback-released', questions: [{ question: 1, staff: { reference: 'R', keyPoints: [], hints: [], sources: [] } }] },
    { type: 'room-ended', reason: 'BY_INTERVIEWER' },
  );
  expect(position.sequence).toBe(9);
  expect(r.status).toBe('ENDED');
  expect(r.startedAt).toBe('2026-01-01T00:00:02Z');
  expect(r.members[0]).toMatchObject({ consented: true, admitted: true });
  expect(r.questions[0]).toMatchObject({ hintsShown: ['fsync'], released: true, staff: { reference: 'R' }, documents: [{ version: 1, text: '写命令' }], answers: [{ attempt: 1, text: '写命令', language: 'text' }] });
  expect(r.chat).toEqual([{ at: '2026-01-01T00:00:07Z', person: 'demo:1', text: '好' }]);
});

test('an entry that was seen already changes nothing', () => {
  sequence = 0;
  const once = play(start, { type: 'chat-posted', text: 'hi' });
  sequence = 0;
  expect(play(once, { type: 'chat-posted', text: 'hi' })).toEqual(once);
});

test('an entry of a type from the future is skipped and its position kept', () => {
  sequence = 0;
  const after = play(start, { type: 'whiteboard-drawn', strokes: 9 });
  expect(after.room).toBe(room);
  expect(after.position.sequence).toBe(1);
});

test('a repeated edit is applied once, by its version', () => {
  sequence = 0;
  const insert = (at: number, text: string) => ({ client: 'c', changes: ChangeSet.of({ from: at, insert: text }, at).toJSON() });
  const { room: r } = play(
    start,
    { type: 'question-asked', question: 1, content, document: 'q1:text' },
    { type: 'document-edited', document: 'q1:text', version: 0, updates: [insert(0, 'ab')] },
    { type: 'document-edited', document: 'q1:text', version: 0, updates: [insert(0, 'ab'), insert(2, 'c')] },
  );
  expect(r.questions[0]!.documents).toEqual([{ id: 'q1:text', language: 'text', version: 2, text: 'abc' }]);
});

test('who loses the last capability leaves the room', () => {
  sequence = 0;
  const { room: r } = play(start, { type: 'capability-granted', person: 'demo:2', capability: 'OBSERVE' }, { type: 'capability-withdrawn', person: 'demo:2', capability: 'ANSWER' });
  expect(r.members).toEqual([{ person: 'demo:2', capabilities: ['OBSERVE'], consented: false, admitted: false }]);
  expect(play({ room: r, position: { epoch: 'e1', sequence: 2 } }, { type: 'capability-withdrawn', person: 'demo:2', capability: 'OBSERVE' }).room.members).toEqual([]);
});

const asked = { type: 'question-asked', question: 1, content, hintCount: 0, document: 'q1:text' };
const typed = (document: string, text: string) =>
  ({ type: 'document-edited', document, version: 0, updates: [{ client: 'c', changes: ChangeSet.of({ from: 0, insert: text }, 0).toJSON() }] });

test('choosing a language shows another document and clears none', () => {
  sequence = 0;
  const python = play(start, asked, typed('q1:text', '思路'), { type: 'language-chosen', question: 1, language: 'python' });
  expect(python.room.questions[0]).toMatchObject({ language: 'python', documents: [{ id: 'q1:text', text: '思路' }, { id: 'q1:python', version: 0, text: '' }] });
  const back = play(python, { type: 'language-chosen', question: 1, language: 'text' });
  expect(back.room.questions[0]!.documents).toEqual([{ id: 'q1:text', language: 'text', version: 1, text: '思路' }]);
});

test('a document in a language that is not shown is kept too, in the order of the languages', () => {
  sequence = 0;
  const { room: r } = play(start, asked, typed('q1:sql', 'select 1'), typed('q1:java', 'int x;'));
  expect(r.questions[0]!.documents.map((it) => [it.id, it.text])).toEqual([['q1:text', ''], ['q1:java', 'int x;'], ['q1:sql', 'select 1']]);
});

test('an answer says which language it was written in', () => {
  sequence = 0;
  const { room: r } = play(start, asked, { type: 'answer-submitted', question: 1, attempt: 1, person: 'demo:2', text: 'x', document: 'q1:go', documentVersion: 3 });
  expect(r.questions[0]!.answers).toMatchObject([{ language: 'go', documentVersion: 3 }]);
});

test('deadlines follow the start, the asking, and what is allotted', () => {
  sequence = 0;
  const live = play(start, { type: 'candidate-admitted', person: 'demo:2' }, asked);
  expect([live.room.deadline, live.room.questions[0]!.deadline]).toEqual(['2026-01-01T00:45:01Z', '2026-01-01T00:05:02Z']);
  const { room: r } = play(live, { type: 'time-allotted', minutes: 60 }, { type: 'time-allotted', question: 1, minutes: 8 });
  expect([r.plannedMinutes, r.deadline]).toEqual([60, '2026-01-01T01:00:01Z']);
  expect(r.questions[0]).toMatchObject({ minutes: 8, deadline: '2026-01-01T00:08:02Z' });
  const unlimited = play(start, { ...asked, content: { ...content, minutes: 0 } });
  expect(unlimited.room.questions[0]!.deadline).toBeUndefined();
});

test('a deadline keeps the milliseconds that the service writes', () => {
  const at = '2026-01-01T00:00:00.250Z';
  const { room: r } = fold(start, { ...asked, position: { epoch: 'e1', sequence: 9 }, at, actor: 'demo:1' } as unknown as Entry);
  expect(r.questions[0]!.deadline).toBe('2026-01-01T00:05:00.250Z');
});

test('focus time lasts until its time, or until it is ended', () => {
  sequence = 0;
  const focused = play(start, { type: 'focus-started', minutes: 5, until: '2026-01-01T00:05:01Z' });
  expect(focused.room.focusUntil).toBe('2026-01-01T00:05:01Z');
  expect('focusUntil' in play(focused, { type: 'focus-ended' }).room).toBe(false);
});

test('follow-ups and the last twenty runs belong to their question', () => {
  sequence = 0;
  const run = (n: number) => ({ type: 'code-run', question: 1, language: 'python', documentVersion: n, outcome: 'FINISHED', output: `${n}`, truncated: false, millis: 5 });
  const { room: r } = play(start, asked, { type: 'follow-up-asked', question: 1, text: '为什么？' }, ...Array.from({ length: 22 }, (_, n) => run(n)));
  expect(r.questions[0]!.followUps).toEqual([{ at: '2026-01-01T00:00:02Z', person: 'demo:1', text: '为什么？' }]);
  expect(r.questions[0]!.runs.map((it) => it.output)).toEqual(Array.from({ length: 20 }, (_, n) => `${n + 2}`));
});

test('ticked key points are kept in order, and taken back', () => {
  sequence = 0;
  const tick = (keyPoint: number, covered: boolean) => ({ type: 'key-point-ticked', question: 1, keyPoint, covered });
  const { room: r } = play(start, asked, tick(2, true), tick(0, true), tick(1, true), tick(1, false));
  expect(r.questions[0]!.covered).toEqual([0, 2]);
});
