import { rebaseUpdates } from '@codemirror/collab';
import { history, undo } from '@codemirror/commands';
import { ChangeSet, Text, type Extension } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { SharedDocument, type DocumentRecord } from './collab';
import { insertedLength } from './editor/limits';
import { peers } from './editor/peers';
import type { WireUpdate } from './wire';

/** The service in small: takes pushes at any version, rebases them, lets each (client, n) take effect once. */
class Authority {
  log: WireUpdate[] = [];
  doc = Text.empty;
  private seen = new Set<string>();
  push(client: string, n: number, version: number, updates: WireUpdate[]) {
    if (this.seen.has(`${client} ${n}`)) return;
    this.seen.add(`${client} ${n}`);
    const parse = (u: WireUpdate) => ({ clientID: u.client, changes: ChangeSet.fromJSON(u.changes) });
    let rebased: readonly ReturnType<typeof parse>[] = updates.map(parse);
    for (const over of this.log.slice(version).map(parse)) rebased = rebaseUpdates(rebased, [over]);
    for (const u of rebased) {
      this.doc = u.changes.apply(this.doc);
      this.log.push({ client: u.clientID, changes: u.changes.toJSON() });
    }
  }
}

type Pushed = { n: number; version: number; updates: WireUpdate[] };

class Page {
  n = 0;
  queue: Pushed[] = [];
  stranded: string | null = null;
  document: SharedDocument;
  constructor(readonly client: string, readonly authority: Authority, record: DocumentRecord = { version: 0, base: '', updates: [] }, private readonly extensions: Extension = []) {
    this.document = this.open(record);
  }
  open(record: DocumentRecord) {
    return new SharedDocument('q1:text', this.client, record, (version, updates) => {
      this.queue.push({ n: ++this.n, version, updates });
      return this.n;
    }, () => {}, (text) => (this.stranded = text), this.extensions);
  }
  type(at: number, text: string, remove = 0) {
    const length = this.document.state.doc.length;
    const from = Math.min(at, length);
    this.document.dispatch({ changes: { from, to: Math.min(from + remove, length), insert: text } });
  }
  deliver({ lostAcknowledgement = false } = {}) {
    const push = this.queue[0];
    if (!push) return;
    this.authority.push(this.client, push.n, push.version, push.updates);
    if (lostAcknowledgement) return;
    this.queue.shift();
    this.document.answered(push.n, null);
  }
  hear() {
    this.document.receive(this.document.version, this.authority.log.slice(this.document.version));
  }
  /** Everything but the record is gone; the outbox is part of the record. */
  reload() {
    this.document = this.open(structuredClone(this.document.record()));
  }
}

const settle = (authority: Authority, ...pages: Page[]) => {
  for (let i = 0; i < 20; i++) for (const page of pages) { page.deliver(); page.hear(); page.document.pushNext(); }
  for (const page of pages) {
    expect(page.document.text).toBe(authority.doc.toString());
    expect(page.document.unconfirmed).toBe(0);
  }
};

test('only one push is on its way, whatever is typed meanwhile', () => {
  const page = new Page('a', new Authority());
  page.type(0, '一');
  page.type(1, '二');
  page.type(2, '三');
  expect(page.queue).toHaveLength(1);
  page.deliver();
  expect(page.queue).toHaveLength(0);
  page.hear();
  expect(page.queue).toHaveLength(1);
  expect(page.queue[0]!.updates).toHaveLength(2);
});

test('an acknowledgement that comes after the changes frees the next push just the same', () => {
  const authority = new Authority();
  const page = new Page('a', authority);
  page.type(0, 'x');
  page.deliver({ lostAcknowledgement: true });
  page.hear();
  page.type(1, 'y');
  expect(page.queue).toHaveLength(1);
  page.deliver();
  expect(page.queue.map((p) => p.version)).toEqual([1]);
  settle(authority, page);
});

test('a page that reloads with an unanswered push neither loses nor doubles a letter', () => {
  for (const arrived of [true, false]) {
    const authority = new Authority();
    const [page, other] = [new Page('a', authority), new Page('b', authority)];
    other.type(0, 'base ');
    settle(authority, other, page);
    page.type(5, '保存');
    page.type(7, '😀');
    if (arrived) page.deliver({ lostAcknowledgement: true });
    other.type(0, '> ');
    other.deliver();
    page.reload();
    expect(page.document.text).toContain('保存😀');
    settle(authority, page, other);
    expect(authority.doc.toString()).toBe('> base 保存😀');
  }
});

test('a welcome at a later version keeps the work of the page, by the tail', () => {
  const authority = new Authority();
  const [page, other] = [new Page('a', authority), new Page('b', authority)];
  page.type(0, 'mine');
  other.type(0, 'theirs ');
  other.deliver();
  page.document.welcome(1, 'theirs ', { from: 0, updates: authority.log });
  expect(page.document.text).toMatch(/mine/);
  settle(authority, page, other);
  expect(authority.doc.toString()).toMatch(/theirs mine|minetheirs /);
});

test('a welcome replaces the text of a page without work', () => {
  const page = new Page('a', new Authority());
  page.document.welcome(9, 'as the service has it', undefined);
  expect([page.document.text, page.document.version, page.stranded]).toEqual(['as the service has it', 9, null]);
});

test('work that is refused for good is kept aside and the page shows what everybody has', () => {
  const page = new Page('a', new Authority());
  page.type(0, 'too late');
  page.document.answered(1, { code: 'ROOM_ENDED' });
  expect(page.stranded).toBe('too late');
  expect(page.document.text).toBe('');
  expect(page.document.unconfirmed).toBe(0);
});

describe('random typing on two pages with cut lines and reloads', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('converges (seed %i)', (seed) => {
    let state = seed * 7919;
    const dice = (sides: number) => (state = (state * 48271) % 2147483647) % sides;
    const authority = new Authority();
    const pages = [new Page('a', authority), new Page('b', authority)];
    const letters = ['a', '中', '😀', '\n', 'xyz '];
    for (let i = 0; i < 300; i++) {
      const page = pages[dice(2)]!;
      switch (dice(8)) {
        case 0: page.deliver(); break;
        case 1: page.deliver({ lostAcknowledgement: true }); break;
        case 2: page.hear(); break;
        case 3: page.reload(); break;
        default: page.type(dice(40), letters[dice(5)]!, dice(3));
      }
    }
    settle(authority, ...pages);
    expect(authority.doc.length).toBeGreaterThan(20);
  });
});

test('two people who type at 300 ms round trip are both acknowledged within two seconds', () => {
  const authority = new Authority();
  const pages = [new Page('a', authority), new Page('b', authority)];
  const to: { at: number; run: () => void }[] = [];
  let now = 0;
  const later = (ms: number, run: () => void) => to.push({ at: now + ms, run });
  const waiting = new Map(pages.map((page) => [page, [] as number[]]));
  const waits: number[] = [];
  const look = (page: Page) => {
    const typed = waiting.get(page)!;
    waits.push(...typed.splice(0, typed.length - page.document.unconfirmed).map((at) => now - at));
  };
  /** The push leaves for the service; 300 ms after it the answer and, to both, the changes are there. */
  const carry = (page: Page) => {
    const push = page.queue.shift();
    if (!push) return;
    later(150, () => {
      const before = authority.log.length;
      authority.push(page.client, push.n, push.version, push.updates);
      const updates = authority.log.slice(before);
      for (const each of pages) later(150, () => { each.document.receive(before, updates); look(each); carry(each); });
      later(150, () => { page.document.answered(push.n, null); look(page); carry(page); });
    });
  };
  for (let key = 0; key < 150; key++) {
    for (const [i, page] of pages.entries()) {
      later(key * (70 + 15 * i), () => {
        page.type(i === 0 ? 0 : 1_000_000, '键');
        waiting.get(page)!.push(now);
        carry(page);
      });
    }
  }
  while (to.length > 0) {
    const next = to.reduce((first, it) => (it.at < first.at ? it : first));
    to.splice(to.indexOf(next), 1);
    now = next.at;
    next.run();
  }
  expect(waits).toHaveLength(300);
  expect(Math.max(...waits)).toBeLessThan(2_000);
  for (const { document } of pages) expect(document.text).toBe(authority.doc.toString());
});

describe('undo', () => {
  const author = (client: string, authority: Authority) => {
    const page = new Page(client, authority, undefined, [history()]);
    return { page, undo: () => undo({ state: page.document.state, dispatch: (t) => page.document.apply(t) }) };
  };

  test('takes back one’s own changes alone', () => {
    const authority = new Authority();
    const [a, b] = [author('a', authority), author('b', authority)];
    a.page.type(0, 'mine');
    settle(authority, a.page, b.page);
    b.page.type(4, ' theirs');
    settle(authority, a.page, b.page);
    expect(a.undo()).toBe(true);
    settle(authority, a.page, b.page);
    expect(authority.doc.toString()).toBe(' theirs');
    expect(a.undo()).toBe(false);
    expect(b.undo()).toBe(true);
    settle(authority, a.page, b.page);
    expect(authority.doc.toString()).toBe('');
  });

  test.each([['changes', true], ['a whole text', false]])('still does so after the page was away and got %s', (_, resumed) => {
    const authority = new Authority();
    const [a, b] = [author('a', authority), author('b', authority)];
    a.page.type(0, '我的 😀');
    settle(authority, a.page, b.page);
    for (const word of ['theirs ', '他们的 ', '> ']) {
      b.page.type(0, word);
      b.page.deliver();
      b.page.hear();
    }
    if (resumed) a.page.hear();
    else a.page.document.welcome(authority.log.length, authority.doc.toString(), undefined);
    settle(authority, a.page, b.page);
    expect(a.page.document.text).toBe('> 他们的 theirs 我的 😀');
    a.undo();
    settle(authority, a.page, b.page);
    expect(authority.doc.toString()).toBe('> 他们的 theirs ');
    expect(a.undo()).toBe(false);
  });
});

test('a page that was away takes the text of a whole welcome as a change, whatever the texts are', () => {
  for (const [before, after] of [['', 'x'], ['x', ''], ['a😀b', 'a😁b'], ['aaa', 'aaaa'], ['一二三', '一\n三'], ['same', 'same']] as const) {
    const page = new Page('a', new Authority(), { version: 1, base: before, updates: [] });
    const changed: boolean[] = [];
    page.document.onReset = () => changed.push(true);
    page.document.welcome(4, after, undefined);
    expect([page.document.text, page.document.version, changed]).toEqual([after, 4, []]);
    page.type(0, '+');
    expect(page.queue).toMatchObject([{ version: 4 }]);
  }
});

test('what was written offline leaves in pushes that the service takes', () => {
  const authority = new Authority();
  const page = new Page('a', authority);
  page.type(0, 'first');
  for (let letter = 0; letter < 5_000; letter++) page.type(1_000_000, 'x');
  for (let paste = 0; paste < 3; paste++) page.type(1_000_000, '贴'.repeat(40_000));
  const pushes: Pushed[] = [];
  while (page.queue.length > 0) {
    pushes.push(page.queue[0]!);
    page.deliver();
    page.hear();
  }
  for (const { updates } of pushes) {
    expect(JSON.stringify(updates).length).toBeLessThan(250_000);
    expect(updates.reduce((sum, u) => sum + insertedLength(ChangeSet.fromJSON(u.changes)), 0)).toBeLessThanOrEqual(64 * 1024);
  }
  expect(pushes.length).toBeGreaterThan(4);
  settle(authority, page);
  expect(authority.doc.length).toBe(5 + 5_000 + 120_000);
});

test('the others’ cursors go along with every change, and with what their owners write', () => {
  const authority = new Authority();
  const [a, b] = [new Page('a', authority), new Page('b', authority)];
  a.type(0, '0123456789');
  settle(authority, a, b);
  const place = () => a.document.state.field(peers).get('demo:2');
  a.document.point('demo:2', 3, 7);
  a.type(0, '> ');
  expect(place()).toMatchObject({ anchor: 5, head: 9, moves: 1 });
  a.type(9, 'before');
  expect(place(), 'written where it stands').toMatchObject({ head: 9 });
  settle(authority, a, b);
  b.type(2, 'theirs');
  b.deliver();
  a.document.receive(a.document.version, authority.log.slice(a.document.version), 'demo:2');
  expect(place()).toMatchObject({ anchor: 8, head: 8, moves: 2 });
  a.document.point('demo:2', 999, 999);
  expect(place()).toMatchObject({ head: a.document.state.doc.length });
  a.document.forget('demo:2');
  expect(place()).toBeUndefined();
});
