import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Socket } from './connection';
import { peers } from './editor/peers';
import { scoreOf } from './liveScore';
import { claimPage, freshRecord, openPageStore, recordsOf, save, type PageRecord } from './pageStore';
import { RoomSession } from './session';
import type { RoomView, ServerMessage } from './wire';

const content = { id: 'q', version: 1, language: 'zh' as const, topic: 't', title: 'AOF?', body: '', difficulty: 'easy' as const, minutes: 5, tags: [] };
const room: RoomView = {
  interview: 'i', title: 'T', language: 'zh', status: 'LIVE', plannedMinutes: 45, members: [], chat: [], notes: [],
  questions: [{ question: 1, content, hintsShown: [], hintCount: 0, askedAt: '', minutes: 5, language: 'text', documents: [{ id: 'q1:text', language: 'text', version: 0, text: '' }], answers: [], followUps: [], runs: [] }],
};
const settle = async () => { for (let i = 0; i < 40; i++) await Promise.resolve(); };

class Line implements Socket {
  readyState = 1;
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  sent: Record<string, unknown>[] = [];
  send(text: string) { this.sent.push(JSON.parse(text) as Record<string, unknown>); }
  close() {}
  says(message: { type: ServerMessage['type'] } & Record<string, unknown>) { this.onmessage?.({ data: JSON.stringify(message) }); }
}

let line: Line;
let kept: PageRecord;
const session = (record: PageRecord) => {
  const created = new RoomSession({
    record,
    around: { open: () => (line = new Line()), later: () => () => {}, random: () => 0 },
    now: () => 0,
    save: async (r) => { kept = structuredClone(r); },
  });
  created.connection.start();
  line.onopen?.();
  return created;
};
const welcome = (more: Record<string, unknown> = {}) =>
  line.says({ type: 'welcome', position: { epoch: 'e', sequence: 5 }, now: '1970-01-01T00:00:02Z', you: { person: 'demo:2', capabilities: ['ANSWER'] }, room, ...more });

beforeEach(() => { kept = freshRecord('i', 'demo:2', 'page-aaaa'); });

test('typed text is kept before it is sent, and a reloaded page says where it stands and sends the same edit again', async () => {
  const before = session(kept);
  welcome();
  before.document('q1:text').dispatch({ changes: { from: 0, insert: '写命令' } });
  await settle();
  const edit = line.sent.find((m) => m.type === 'edit')!;
  before.document('q1:text').dispatch({ changes: { from: 3, insert: '追加' } });
  await settle();
  expect(before.current().waiting).toBe(2);
  expect(kept.outbox).toEqual([edit]);

  const after = session(structuredClone(kept));
  expect(line.sent[0]).toEqual({ type: 'hello', client: 'page-aaaa', documents: { 'q1:text': 0 } });
  welcome({ tails: { 'q1:text': { from: 0, updates: [] } } });
  await settle();
  expect(line.sent.filter((m) => m.type === 'edit')).toEqual([edit]);
  expect(after.document('q1:text').text).toBe('写命令追加');

  line.says({ type: 'document-edited', position: { epoch: 'e', sequence: 6 }, at: '', actor: 'demo:2', document: 'q1:text', version: 0, updates: edit.updates });
  line.says({ type: 'acknowledged', n: 1, position: { epoch: 'e', sequence: 6 } });
  await settle();
  expect(line.sent.at(-1)).toMatchObject({ type: 'edit', n: 2, version: 1 });
});

test('an answer is submitted only when all of its text is saved, at the version that was saved', async () => {
  const s = session(kept);
  welcome();
  s.document('q1:text').dispatch({ changes: { from: 0, insert: 'ok' } });
  s.submit(1);
  await settle();
  expect(line.sent.some((m) => m.type === 'submit')).toBe(false);
  expect(kept.submitting).toEqual(['q1:text']);
  const edit = line.sent.find((m) => m.type === 'edit')!;
  line.says({ type: 'document-edited', position: { epoch: 'e', sequence: 6 }, at: '', actor: 'demo:2', document: 'q1:text', version: 0, updates: edit.updates });
  line.says({ type: 'acknowledged', n: 1, position: { epoch: 'e', sequence: 6 } });
  await settle();
  expect(line.sent.filter((m) => m.type === 'submit')).toEqual([{ type: 'submit', n: 2, question: 1, document: 'q1:text', version: 1 }]);
  expect(s.current().submitting).toEqual([]);
});

test('a refused message comes back with its words', async () => {
  const s = session(kept);
  welcome();
  s.command({ type: 'post-chat', text: 'too late' });
  await settle();
  line.says({ type: 'refused', n: 1, code: 'ROOM_ENDED', message: 'The interview is over.' });
  expect(s.current().refusals).toMatchObject([{ code: 'ROOM_ENDED', command: { text: 'too late' } }]);
  expect(s.holdsWork()).toBe(false);
});

test('the next hello carries the position that progress moved to', () => {
  const s = session(kept);
  welcome();
  line.says({ type: 'progress', upTo: { epoch: 'e', sequence: 40 } });
  s.connection.stop();
  s.connection.reconnect();
  line.onopen?.();
  expect(line.sent[0]).toMatchObject({ type: 'hello', position: { epoch: 'e', sequence: 40 } });
});

test('a page keeps its name over a reload, a second live page gets another, and orphaned work is taken up', async () => {
  const held = new Set<string>();
  const locks = {
    request: async (name: string, _: unknown, use: (lock: unknown) => unknown) => {
      if (held.has(name)) return use(null);
      held.add(name);
      return use({ name });
    },
  } as unknown as LockManager;
  const storage = new Map<string, string>();
  globalThis.sessionStorage = { getItem: (k: string) => storage.get(k) ?? null, setItem: (k: string, v: string) => storage.set(k, v) } as unknown as Storage;
  globalThis.addEventListener = () => {};
  const db = await openPageStore('test');

  const first = await claimPage(db, 'i', 'demo:2', locks);
  await save(db, { ...first, outbox: [{ type: 'post-chat', text: 'unsent', n: 1 }], nextN: 2 });
  const duplicate = await claimPage(db, 'i', 'demo:2', locks);
  expect(duplicate.client).not.toBe(first.client);

  held.clear();
  storage.clear();
  expect(await claimPage(db, 'i', 'demo:9', locks)).toMatchObject({ outbox: [] });
  expect(await claimPage(db, 'i', 'demo:2', locks)).toMatchObject({ client: first.client, nextN: 2, outbox: [{ text: 'unsent' }] });
  expect(await recordsOf(db, 'i')).toHaveLength(1);
});

const edited = (edit: Record<string, unknown>, sequence = 6) =>
  line.says({ type: 'document-edited', position: { epoch: 'e', sequence }, at: '', actor: 'demo:2', document: 'q1:text', version: edit.version, updates: edit.updates });

test('text that is refused for good is kept with the page, reload or not, until it is dismissed', async () => {
  const before = session(kept);
  welcome();
  before.document('q1:text').dispatch({ changes: { from: 0, insert: '太晚了 😀' } });
  before.command({ type: 'post-chat', text: 'bye' });
  await settle();
  line.says({ type: 'refused', n: 1, code: 'ROOM_ENDED', message: '' });
  line.says({ type: 'refused', n: 2, code: 'ROOM_ENDED', message: '' });
  await settle();
  expect(before.document('q1:text').text).toBe('');
  expect(before.holdsWork()).toBe(false);

  const after = session(structuredClone(kept));
  welcome();
  expect(after.current().stranded).toEqual({ 'q1:text': { text: '太晚了 😀', code: 'ROOM_ENDED' } });
  expect(after.current().refusals).toMatchObject([{ command: { text: 'bye' } }]);
  expect(after.unsent()).toEqual(['太晚了 😀', 'bye']);
  expect(line.sent.map((m) => m.type)).toEqual(['hello']);

  after.discardStranded('q1:text');
  after.dismiss(after.current().refusals[0]!);
  await settle();
  expect(kept).toMatchObject({ stranded: {}, refused: [] });
});

test('a second refused text does not take the place of the first', async () => {
  const s = session(kept);
  welcome();
  for (const [n, text] of [[1, 'first'], [2, 'second']] as const) {
    s.document('q1:text').dispatch({ changes: { from: 0, insert: text } });
    await settle();
    line.says({ type: 'refused', n, code: 'TEXT_TOO_LONG', message: '' });
  }
  expect(s.current().stranded['q1:text']!.text).toBe('first\n\nsecond');
});

test('an edit whose acknowledgement was lost takes effect once', async () => {
  const s = session(kept);
  welcome();
  s.document('q1:text').dispatch({ changes: { from: 0, insert: 'once' } });
  await settle();
  const edit = line.sent.find((m) => m.type === 'edit')!;
  s.connection.stop();
  s.connection.reconnect();
  line.onopen?.();
  line.says({ type: 'resumed', position: { epoch: 'e', sequence: 6 }, now: '' });
  edited(edit);
  expect(line.sent.filter((m) => m.type === 'edit')).toEqual([edit]);
  line.says({ type: 'acknowledged', n: 1, position: { epoch: 'e', sequence: 6 } });
  await settle();
  edited(edit);
  expect(s.document('q1:text').text).toBe('once');
  expect(s.document('q1:text').version).toBe(1);
  expect(s.current()).toMatchObject({ waiting: 0, stranded: {} });
});

test('signed out, the page keeps taking text and sends it to whoever signs in again', async () => {
  const before = session(kept);
  welcome();
  line.onclose?.({ code: 4401 });
  before.document('q1:text').dispatch({ changes: { from: 0, insert: 'while away' } });
  await settle();
  expect(before.current()).toMatchObject({ link: { link: 'closed', closeCode: 4401 }, waiting: 1 });
  expect(before.unsent()).toEqual(['while away']);

  const after = session(structuredClone(kept));
  welcome({ tails: { 'q1:text': { from: 0, updates: [] } } });
  await settle();
  expect(line.sent.filter((m) => m.type === 'edit')).toHaveLength(1);
  expect(after.document('q1:text').text).toBe('while away');
});

test('a browser that keeps nothing is said so, and the room goes on', async () => {
  const s = new RoomSession({ record: kept, around: { open: () => (line = new Line()), later: () => () => {}, random: () => 0 }, now: () => 0, save: () => Promise.reject(new Error('full')) });
  s.connection.start();
  line.onopen?.();
  welcome();
  s.command({ type: 'post-chat', text: 'hello' });
  await settle();
  expect(s.current().durable).toBe(false);
  expect(line.sent.at(-1)).toMatchObject({ type: 'post-chat', text: 'hello' });
});

const journaled = (sequence: number, actor: string) => ({ position: { epoch: 'e', sequence }, at: '', actor });

test('a chosen language is shown at once, kept when everybody has it, and taken back when it is refused', async () => {
  const s = session(kept);
  welcome();
  const question = () => s.current().room!.questions[0]!;
  s.choose(question(), 'python');
  expect(s.answer(question()).id).toBe('q1:python');
  await settle();
  expect(line.sent.at(-1)).toEqual({ type: 'choose-language', n: 1, question: 1, language: 'python' });
  line.says({ type: 'acknowledged', n: 1, position: { epoch: 'e', sequence: 6 } });
  expect(s.language(question())).toBe('python');
  line.says({ type: 'language-chosen', ...journaled(6, 'demo:2'), question: 1, language: 'python' });
  expect(s.language(question())).toBe('python');
  expect(s.current()).toMatchObject({ choosing: {}, switched: null });

  line.says({ type: 'language-chosen', ...journaled(7, 'demo:1'), question: 1, language: 'go' });
  expect(s.answer(question()).id).toBe('q1:go');
  expect(s.current().switched).toEqual({ question: 1, person: 'demo:1', before: 'python' });

  s.choose(question(), 'sql');
  await settle();
  line.says({ type: 'refused', n: 2, code: 'FEEDBACK_RELEASED', message: '' });
  expect(s.language(question())).toBe('go');
});

test('what is submitted is the document that was shown, whatever is chosen until it is saved', async () => {
  const s = session(kept);
  welcome();
  s.choose(s.current().room!.questions[0]!, 'python');
  s.document('q1:python').dispatch({ changes: { from: 0, insert: 'pass' } });
  s.submit(1);
  expect(s.current().submitting).toEqual([1]);
  line.says({ type: 'language-chosen', ...journaled(6, 'demo:2'), question: 1, language: 'python' });
  line.says({ type: 'language-chosen', ...journaled(7, 'demo:1'), question: 1, language: 'text' });
  await settle();
  const edit = line.sent.find((m) => m.type === 'edit')!;
  line.says({ type: 'document-edited', ...journaled(8, 'demo:2'), document: 'q1:python', version: 0, updates: edit.updates });
  line.says({ type: 'acknowledged', n: edit.n, position: { epoch: 'e', sequence: 8 } });
  await settle();
  expect(line.sent.at(-1)).toMatchObject({ type: 'submit', question: 1, document: 'q1:python', version: 1 });
});

test('a text that was refused is not submitted without what was refused', async () => {
  const s = session(kept);
  welcome();
  s.document('q1:text').dispatch({ changes: { from: 0, insert: 'all of it' } });
  s.submit(1);
  await settle();
  line.says({ type: 'refused', n: 1, code: 'TEXT_TOO_LONG', message: '' });
  await settle();
  expect(s.current()).toMatchObject({ submitting: [], stranded: { 'q1:text': { text: 'all of it' } } });
  expect(line.sent.some((m) => m.type === 'submit')).toBe(false);
});

test('the others’ cursors are shown while they are here, one in all documents, and never one’s own', () => {
  const s = session(kept);
  welcome();
  const at = (document: string) => [...s.document(document).state.field(peers).keys()];
  const points = (person: string, document: string) => line.says({ type: 'pointed', person, document, anchor: 0, head: 0 });
  at('q1:text');
  at('q1:python');
  points('demo:2', 'q1:text');
  points('demo:1', 'q1:text');
  expect(at('q1:text')).toEqual(['demo:1']);
  points('demo:1', 'q1:python');
  expect([at('q1:text'), at('q1:python')]).toEqual([[], ['demo:1']]);
  line.says({ type: 'presence', people: [{ person: 'demo:1', capabilities: ['INTERVIEW'], online: false }] });
  expect(at('q1:python')).toEqual([]);
});

test('in focus time an interviewer’s cursor is neither sent nor shown', () => {
  const members = [{ person: 'demo:1', capabilities: ['INTERVIEW' as const], consented: false, admitted: false }];
  const candidate = session(kept);
  welcome({ room: { ...room, members } });
  candidate.document('q1:text');
  line.says({ type: 'pointed', person: 'demo:1', document: 'q1:text', anchor: 0, head: 0 });
  expect(candidate.document('q1:text').state.field(peers).size).toBe(1);
  line.says({ type: 'focus-started', ...journaled(6, 'demo:1'), minutes: 5, until: '1970-01-01T00:05:00Z' });
  expect(candidate.document('q1:text').state.field(peers).size).toBe(0);

  const interviewer = session(freshRecord('i', 'demo:1', 'page-bbbb'));
  welcome({ you: { person: 'demo:1', capabilities: ['INTERVIEW'] }, room: { ...room, members, focusUntil: '1970-01-01T00:05:00Z' } });
  interviewer.document('q1:text');
  interviewer.move('q1:text');
  expect(line.sent.some((m) => m.type === 'point')).toBe(false);
  line.says({ type: 'focus-ended', ...journaled(6, 'demo:1') });
  interviewer.move('q1:text');
  expect(line.sent.at(-1)).toEqual({ type: 'point', document: 'q1:text', anchor: 0, head: 0 });
});

test('shows the score that counts of each attempt, and another one when that is accepted', () => {
  const s = session(kept);
  welcome();
  const scored = (attempt: number, score: number) => line.says({ type: 'scored', question: 1, attempt, status: 'SCORED', score, low: 0, high: 100 });
  const answers = (count: number) => ({ ...room.questions[0]!, answers: Array.from({ length: count }, (_, i) => ({ attempt: i + 1, at: '', person: 'demo:2', text: '', language: 'text' as const, documentVersion: 0 })) });
  const shown = (count: number) => scoreOf(s.current().scores, answers(count))?.score;
  expect(shown(0)).toBeUndefined();
  scored(1, 40);
  expect(shown(1)).toBe(40);
  expect(shown(2)).toBeUndefined();
  scored(2, 80);
  scored(1, 90);
  expect(shown(2)).toBe(80);
  expect(shown(1)).toBe(90);
});
