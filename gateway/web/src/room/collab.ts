import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from '@codemirror/collab';
import { ChangeSet, EditorState, Text, type Extension, type Transaction, type TransactionSpec } from '@codemirror/state';
import { inOnePush } from './editor/limits';
import { movePeer, peers, removePeer } from './editor/peers';
import type { Tail, WireUpdate } from './wire';

/** What survives a reload: the version everybody agreed on, its text, and this page's changes after it. */
export type DocumentRecord = {
  version: number;
  base: string;
  updates: WireUpdate[];
  /** The push that is on its way: the first `left` of the updates belong to it. */
  inFlight?: InFlight | null;
};

type InFlight = { n: number; left: number; acknowledged: boolean };

/** The part of an EditorView that a document needs; the state alone is enough in tests and while no editor is shown. */
export type Surface = { update(transaction: Transaction): void };

/**
 * One shared document on the update log. At most one push is on its way; the next one leaves when the service has both
 * acknowledged the last and sent its changes back, because only then is the page's version certain.
 */
export class SharedDocument {
  state: EditorState;
  private base: Text;
  private inFlight: InFlight | null = null;
  private surface: Surface | null = null;

  constructor(
    readonly id: string,
    private readonly client: string,
    record: DocumentRecord,
    private readonly push: (version: number, updates: WireUpdate[]) => number,
    private readonly changed: (document: SharedDocument) => void,
    /** Told the text that can no longer be accepted: it is shown, never sent again. */
    private readonly strandedText: (text: string, code: string | null) => void,
    private readonly extensions: Extension = [],
  ) {
    this.base = Text.of(record.base.split('\n'));
    this.state = EditorState.create({ doc: this.base, extensions: this.configure(record.version) });
    for (const { changes } of record.updates) {
      this.state = this.state.update({ changes: ChangeSet.fromJSON(changes), filter: false }).state;
    }
    this.inFlight = record.inFlight ? { ...record.inFlight } : null;
  }

  attach(surface: Surface | null) {
    this.surface = surface;
  }

  get version() {
    return getSyncedVersion(this.state);
  }

  get unconfirmed() {
    return sendableUpdates(this.state).length;
  }

  get text() {
    return this.state.doc.toString();
  }

  record(): DocumentRecord {
    return {
      version: this.version,
      base: this.base.toString(),
      updates: sendableUpdates(this.state).map(({ changes }) => ({ client: this.client, changes: changes.toJSON() })),
      inFlight: this.inFlight && { ...this.inFlight },
    };
  }

  /** Every transaction passes here, the editor's own and the ones that come over the wire. */
  dispatch(...specs: TransactionSpec[]) {
    this.apply(this.state.update(...specs));
  }

  apply(transaction: Transaction) {
    this.state = transaction.state;
    this.surface?.update(transaction);
    if (transaction.docChanged) {
      this.pushNext();
      this.changed(this);
    }
  }

  /**
   * Changes in the authority's order; what this page has seen already is skipped.
   * @param writer who made them, unless that is the person at this page: their cursor goes along
   */
  receive(from: number, updates: WireUpdate[], writer: string | null = null) {
    if (from > this.version) throw new Error(`${this.id}: changes from ${from}, page at ${this.version}`);
    const fresh = updates.slice(this.version - from);
    if (fresh.length === 0) return;
    const changes = fresh.map((update) => ({ clientID: update.client, changes: ChangeSet.fromJSON(update.changes) }));
    // One at a time, as the service rebases: mapping over a composition breaks ties differently.
    for (const update of changes) {
      this.base = update.changes.apply(this.base);
      if (update.clientID === this.client && this.inFlight) this.inFlight.left--;
      const received = receiveUpdates(this.state, [update]);
      this.apply(received);
      if (writer !== null && update.clientID !== this.client) this.follow(writer, received);
    }
    this.finish();
    this.changed(this);
  }

  /**
   * The whole document as the service has it. A page without work of its own takes it; a page with work needs the tail
   * after its base, and what it cannot place any more is stranded.
   */
  welcome(version: number, text: string, tail: Tail | undefined) {
    if (this.unconfirmed === 0) {
      if (version === this.version && text === this.text) return;
      if (version > this.version) this.catchUp(version, text);
      else this.reset(version, text);
    } else if (tail && tail.from <= this.version) {
      this.receive(tail.from, tail.updates);
    } else if (version !== this.version) {
      this.strand(null);
      this.reset(version, text);
    }
    this.pushNext();
  }

  answered(n: number, refusal: { code: string } | null) {
    if (this.inFlight?.n !== n) return;
    if (!refusal) {
      this.inFlight.acknowledged = true;
      this.finish();
    } else {
      this.inFlight = null;
      this.strand(refusal.code);
      this.reset(this.version, this.base.toString());
    }
    this.changed(this);
  }

  pushNext() {
    if (this.inFlight) return;
    const all = sendableUpdates(this.state);
    if (all.length === 0) return;
    const updates = all.slice(0, inOnePush(all.map(({ changes }) => changes)));
    const wire = updates.map(({ changes }) => ({ client: this.client, changes: changes.toJSON() as unknown }));
    const flight: InFlight = { n: 0, left: updates.length, acknowledged: false };
    this.inFlight = flight;
    flight.n = this.push(this.version, wire);
  }

  private finish() {
    if (this.inFlight?.acknowledged && this.inFlight.left <= 0) {
      this.inFlight = null;
      this.pushNext();
    }
  }

  /** Somebody else's selection in this document, as they told it. */
  point(person: string, anchor: number, head: number) {
    this.dispatch({ effects: movePeer.of({ person, anchor, head }) });
  }

  forget(person: string) {
    if (this.state.field(peers).has(person)) this.dispatch({ effects: removePeer.of(person) });
  }

  private follow(person: string, { changes }: Transaction) {
    let at = -1;
    changes.iterChanges((_fromA, _toA, _fromB, toB) => (at = toB));
    if (at >= 0) this.point(person, at, at);
  }

  /**
   * A page that was away and has no work of its own takes what it missed as one change, so that its undo history, its
   * selection and what is being composed stay. The versions in between are passed as empty changes.
   */
  private catchUp(version: number, text: string) {
    const changes = difference(this.text, text);
    const nothing = ChangeSet.empty(text.length);
    const missed = Array.from({ length: version - this.version }, (_, i) => ({ clientID: '', changes: i === 0 ? changes : nothing }));
    this.base = Text.of(text.split('\n'));
    this.apply(receiveUpdates(this.state, missed));
    this.changed(this);
  }

  private strand(code: string | null) {
    this.strandedText(this.text, code);
    this.inFlight = null;
  }

  private reset(version: number, text: string) {
    this.base = Text.of(text.split('\n'));
    this.state = EditorState.create({ doc: this.base, extensions: this.configure(version) });
    this.onReset?.(this.state);
    this.changed(this);
  }

  /** Told when the state was replaced as a whole, which no transaction can say. */
  onReset: ((state: EditorState) => void) | null = null;

  private configure(version: number): Extension {
    return [collab({ startVersion: version, clientID: this.client }), peers, this.extensions];
  }
}

/** From one text to another by one replacement, which cuts no character in two. */
function difference(before: string, after: string): ChangeSet {
  const isLow = (text: string, at: number) => /[\udc00-\udfff]/.test(text.charAt(at));
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  while (start > 0 && (isLow(before, start) || isLow(after, start))) start--;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  while (end > 0 && (isLow(before, before.length - end) || isLow(after, after.length - end))) end--;
  return ChangeSet.of({ from: start, to: before.length - end, insert: after.slice(start, after.length - end) }, before.length);
}
