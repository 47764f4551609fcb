import { rebaseUpdates } from '@codemirror/collab';
import { ChangeSet, Text } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { SharedDocument, type DocumentRecord } from './collab';
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
  constructor(readonly client: string, readonly authority: Authority, record: DocumentRecord = { version: 0, base: '', updates: [] }) {
    this.document = this.open(record);
  }
  open(record: DocumentRecord) {
    return new SharedDocument('q1:text', this.client, record, (version, updates) => {
      this.queue.push({ n: ++this.n, version, updates });
      return this.n;
    }, () => {}, (text) => (this.stranded = text));
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
