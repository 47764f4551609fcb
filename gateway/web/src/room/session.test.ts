import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Socket } from './connection';
import { claimPage, freshRecord, openPageStore, recordsOf, save, type PageRecord } from './pageStore';
import { RoomSession } from './session';
import type { RoomView, ServerMessage } from './wire';

const content = { id: 'q', version: 1, language: 'zh' as const, topic: 't', title: 'AOF?', body: '', difficulty: 'easy' as const, minutes: 5, tags: [] };
const room: RoomView = {
  interview: 'i', title: 'T', language: 'zh', status: 'LIVE', plannedMinutes: 45, members: [], chat: [], notes: [],
  questions: [{ question: 1, content, hintsShown: [], hintCount: 0, askedAt: '', document: { id: 'q1:text', version: 0, text: '' }, answers: [] }],
};
const settle = async () => { for (let i = 0; i < 12; i++) await Promise.resolve(); };

class Line implements Socket {
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
  expect(kept.submitting).toEqual([1]);
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
