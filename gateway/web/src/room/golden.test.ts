import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fold } from './roomState';
import type { Entry, RoomView } from './wire';

const folder = new URL('../../../../infra/event-contracts/src/test/resources/golden/', import.meta.url);
const golden = (event: string) => JSON.parse(readFileSync(new URL(`room.${event}.v1.json`, folder), 'utf8')) as Record<string, unknown>;
const position = (sequence: number) => ({ epoch: 'e', sequence });

const blank: RoomView = { interview: 'i', title: 'T', language: 'zh', status: 'WAITING', plannedMinutes: 45, members: [], questions: [], chat: [], notes: [] };

/** The same facts as the services read; what the wire shapes otherwise for its viewers is said here. */
const onTheWire: Record<string, (event: Record<string, unknown>) => Record<string, unknown>> = {
  'feedback-released': (event) => ({ questions: (event.questions as number[]).map((question) => ({ question, staff: (golden('question-asked').staff) })) }),
  'question-planned': (event) => ({ planned: { index: 0, ...event } }),
  'focus-started': (event) => ({ ...event, until: '2026-01-05T09:05:15Z' }),
  'question-asked': (event) => ({ ...event, document: `q${String(event.question)}:text` }),
};

/** Told in this order they make one whole interview. */
const story = ['capability-granted', 'question-planned', 'consent-given', 'candidate-admitted', 'call-link-set', 'question-asked', 'hint-shown',
  'language-chosen', 'answer-submitted', 'chat-posted', 'note-written', 'follow-up-asked', 'key-point-ticked', 'time-allotted', 'focus-started', 'code-run', 'focus-ended',
  'feedback-released', 'ended'];

const play = (events: string[]) =>
  events.reduce((folded, event, i) => {
    const body = (onTheWire[event] ?? ((it) => it))(golden(event));
    const type = event === 'ended' ? 'room-ended' : event;
    return fold(folded, { ...body, type, position: position(i + 1), at: `2026-01-05T09:00:${String(i).padStart(2, '0')}Z`, actor: 'github.com:583231' } as unknown as Entry);
  }, { room: blank, position: position(0) });

test('every event of a room in the contract is told here', () => {
  const events = readdirSync(folder).filter((f) => f.startsWith('room.')).map((f) => f.slice(5, -8));
  expect([...story, 'capability-withdrawn', 'opened'].sort()).toEqual(events.sort());
});

test('the page folds the golden events into the room they tell of', () => {
  const { room } = play(story);
  expect(room).toMatchObject({ status: 'ENDED', callLink: golden('call-link-set').url, startedAt: '2026-01-05T09:00:03Z', endedAt: '2026-01-05T09:00:18Z', deadline: '2026-01-05T09:45:03Z' });
  expect(room.focusUntil).toBeUndefined();
  expect(room.members).toEqual([{ person: golden('capability-granted').person, capabilities: ['ANSWER'], consented: true, admitted: true }]);
  const answered = golden('answer-submitted');
  expect(room.questions).toMatchObject([{
    question: 1,
    content: answered.content,
    staff: answered.staff,
    released: true,
    hintsShown: [golden('hint-shown').text],
    minutes: golden('time-allotted').minutes,
    deadline: '2026-01-05T09:12:05Z',
    language: golden('language-chosen').language,
    documents: [{ id: 'q1:python', language: 'python', version: 0, text: '' }],
    followUps: [{ person: 'github.com:583231', text: golden('follow-up-asked').text }],
    runs: [{ person: 'github.com:583231', outcome: 'FAILED', output: golden('code-run').output }],
    covered: [golden('key-point-ticked').keyPoint],
    answers: [{ attempt: answered.attempt, person: answered.person, text: answered.text, documentVersion: answered.documentVersion }],
  }]);
  expect(room.chat).toMatchObject([{ person: 'github.com:583231', text: golden('chat-posted').text }]);
  expect(room.notes).toMatchObject([{ text: golden('note-written').text, question: 1 }]);
});

test('a withdrawn capability is gone', () => {
  const { room } = play(['capability-granted', 'capability-withdrawn']);
  expect(room.members).toEqual([{ person: golden('capability-granted').person, capabilities: ['ANSWER'], consented: false, admitted: false }]);
});
