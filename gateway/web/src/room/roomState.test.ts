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
  expect(r.questions[0]).toMatchObject({ hintsShown: ['fsync'], released: true, staff: { reference: 'R' }, document: { version: 1, text: '写命令' }, answers: [{ attempt: 1, text: '写命令' }] });
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
  expect(r.questions[0]!.document).toEqual({ id: 'q1:text', version: 2, text: 'abc' });
});

test('who loses the last capability leaves the room', () => {
  sequence = 0;
  const { room: r } = play(start, { type: 'capability-granted', person: 'demo:2', capability: 'OBSERVE' }, { type: 'capability-withdrawn', person: 'demo:2', capability: 'ANSWER' });
  expect(r.members).toEqual([{ person: 'demo:2', capabilities: ['OBSERVE'], consented: false, admitted: false }]);
  expect(play({ room: r, position: { epoch: 'e1', sequence: 2 } }, { type: 'capability-withdrawn', person: 'demo:2', capability: 'OBSERVE' }).room.members).toEqual([]);
});
