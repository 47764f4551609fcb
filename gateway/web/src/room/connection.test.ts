import { beforeEach, expect, test } from 'vitest';
import { RoomConnection, type LinkState, type Socket } from './connection';
import type { Numbered, ServerMessage } from './wire';

class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  sent: Record<string, unknown>[] = [];
  closed = false;
  readyState = 1;
  send(text: string) { this.sent.push(JSON.parse(text) as Record<string, unknown>); }
  close() { this.closed = true; }
  says(message: Partial<ServerMessage>) { this.onmessage?.({ data: JSON.stringify(message) }); }
  breaks(code: number) { this.onclose?.({ code }); }
  numbers() { return this.sent.filter((m) => 'n' in m).map((m) => m.n); }
}

let sockets: FakeSocket[] = [];
let timers: { task: () => void; ms: number }[] = [];
let states: LinkState[] = [];
let settled: [number, string | null][] = [];
let persists = 0;
const last = () => sockets.at(-1)!;
const settle = async () => { for (let i = 0; i < 5; i++) await Promise.resolve(); };
const run = (wanted: (ms: number) => boolean) => {
  const due = timers.filter((t) => wanted(t.ms));
  timers = timers.filter((t) => !wanted(t.ms));
  due.forEach((t) => t.task());
};

function connection(outbox: Numbered[] = [], next = 1) {
  return new RoomConnection(
    {
      open: () => { const s = new FakeSocket(); sockets.push(s); return s; },
      later: (task, ms) => { const t = { task, ms }; timers.push(t); return () => { timers = timers.filter((x) => x !== t); }; },
      random: () => 1,
    },
    {
      hello: () => ({ client: 'page-1' }),
      persist: () => { persists++; return Promise.resolve(); },
      message: () => {},
      settled: (command, refusal) => settled.push([command.n, refusal?.code ?? null]),
      changed: (state) => states.push(state),
    },
    outbox,
    next,
  );
}
const greet = () => { last().onopen?.(); last().says({ type: 'resumed', position: { epoch: 'e', sequence: 1 }, now: '' }); };

beforeEach(() => { sockets = []; timers = []; states = []; settled = []; persists = 0; });

test('a command is made durable before it leaves, and is waiting until it is acknowledged', async () => {
  const c = connection();
  c.start();
  greet();
  c.command({ type: 'post-chat', text: 'a' });
  expect(last().numbers()).toEqual([]);
  expect(c.state().waiting).toBe(1);
  await settle();
  expect(persists).toBe(1);
  expect(last().numbers()).toEqual([1]);
  last().says({ type: 'acknowledged', n: 1 });
  expect(c.state().waiting).toBe(0);
});

test('after a reconnect everything unanswered goes again, in order, with its first number', async () => {
  const c = connection();
  c.start();
  greet();
  for (const text of ['a', 'b', 'c']) c.command({ type: 'post-chat', text });
  await settle();
  last().says({ type: 'acknowledged', n: 2 });
  last().breaks(1012);
  expect(c.state().link).toBe('offline');
  c.command({ type: 'post-chat', text: 'd' });
  await settle();
  run((ms) => ms === 400);
  expect(sockets).toHaveLength(2);
  last().onopen?.();
  expect(last().sent).toEqual([{ type: 'hello', client: 'page-1' }]);
  last().says({ type: 'resumed', position: { epoch: 'e', sequence: 1 }, now: '' });
  expect(last().sent.slice(1)).toEqual([
    { type: 'post-chat', text: 'a', n: 1 },
    { type: 'post-chat', text: 'c', n: 3 },
    { type: 'post-chat', text: 'd', n: 4 },
  ]);
});

test('a command given while the socket closes waits for the next one', async () => {
  const c = connection();
  c.start();
  last().onopen!();
  last().says({ type: 'welcome' } as Partial<ServerMessage>);
  last().readyState = 2;
  c.command({ type: 'chat', text: 'late' } as never);
  await settle();
  expect(last().numbers()).toEqual([]);
  last().breaks(1006);
  run(() => true);
  last().onopen!();
  last().says({ type: 'welcome' } as Partial<ServerMessage>);
  await settle();
  expect(last().numbers()).toEqual([1]);
});

test('a page that comes back after a reload sends its kept commands and counts on from there', async () => {
  const c = connection([{ type: 'post-chat', text: 'kept', n: 7 }], 8);
  c.start();
  greet();
  c.command({ type: 'post-chat', text: 'new' });
  await settle();
  expect(last().numbers()).toEqual([7, 8]);
});

test('a command is never sent twice over one socket', async () => {
  const c = connection();
  c.start();
  c.command({ type: 'post-chat', text: 'early' });
  await settle();
  greet();
  await settle();
  expect(last().numbers()).toEqual([1]);
});

test('a refusal settles the command and says why', async () => {
  const c = connection();
  c.start();
  greet();
  c.command({ type: 'ask', planned: 0 });
  await settle();
  last().says({ type: 'refused', n: 1, code: 'ALREADY_ASKED', message: '' });
  last().says({ type: 'refused', n: 1, code: 'ALREADY_ASKED', message: '' });
  expect(settled).toEqual([[1, 'ALREADY_ASKED']]);
  expect(c.state().waiting).toBe(0);
});

test.each([1006, 1012, 4000, 4001])('close code %i is answered by a new connection', (code) => {
  const c = connection();
  c.start();
  greet();
  last().breaks(code);
  run((ms) => ms < 1000);
  expect(sockets).toHaveLength(2);
});

test.each([4400, 4401, 4403, 4404, 4429])('close code %i ends it and keeps the work', async (code) => {
  const c = connection();
  c.start();
  greet();
  c.command({ type: 'post-chat', text: 'mine' });
  await settle();
  last().breaks(code);
  expect(c.state()).toMatchObject({ link: 'closed', closeCode: code, waiting: 1 });
  run(() => true);
  expect(sockets).toHaveLength(1);
});

test('back-off grows, with a ceiling', () => {
  const c = connection();
  c.start();
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    last().breaks(1006);
    const retry = timers.at(-1)!;
    waits.push(retry.ms);
    run((ms) => ms === retry.ms);
  }
  expect(waits).toEqual([400, 800, 1600, 2000, 2000, 2000, 2000, 2000]);
});

test('five seconds without an answer to a ping or a command count as offline', async () => {
  const c = connection();
  c.start();
  greet();
  run((ms) => ms === 20_000);
  expect(last().sent.at(-1)).toEqual({ type: 'ping' });
  last().says({ type: 'pong', now: '' });
  expect(timers.some((t) => t.ms === 5000)).toBe(false);
  c.command({ type: 'post-chat', text: 'a' });
  await settle();
  run((ms) => ms === 5000);
  expect(c.state().link).toBe('offline');
  expect(sockets[0]!.closed).toBe(true);
});

test('what others write, and a pong, are no answer to a command', async () => {
  const c = connection();
  c.start();
  greet();
  c.command({ type: 'post-chat', text: 'a' });
  c.command({ type: 'post-chat', text: 'b' });
  await settle();
  await settle();
  last().says({ type: 'acknowledged', n: 1 });
  last().says({ type: 'progress', upTo: { epoch: 'e', sequence: 2 } });
  last().says({ type: 'pong', now: '' });
  expect(timers.filter((t) => t.ms === 5000)).toHaveLength(1);
  run((ms) => ms === 5000);
  expect(c.state().link).toBe('offline');
});

test('a new greeting alone does not make up for a missing answer; the answer does', async () => {
  const c = connection();
  c.start();
  greet();
  c.command({ type: 'post-chat', text: 'a' });
  await settle();
  run((ms) => ms === 5000);
  run((ms) => ms < 1000);
  greet();
  expect(last().numbers()).toEqual([1]);
  expect(c.state()).toMatchObject({ link: 'offline', waiting: 1 });
  last().says({ type: 'acknowledged', n: 1 });
  expect(c.state()).toMatchObject({ link: 'online', waiting: 0 });
  expect(timers.some((t) => t.ms === 5000)).toBe(false);
});

test('signals are not sent while nobody listens', () => {
  const c = connection();
  c.start();
  c.signal({ type: 'point', document: 'd', anchor: 0, head: 0 });
  greet();
  expect(last().sent.map((m) => m.type)).toEqual(['hello']);
});
