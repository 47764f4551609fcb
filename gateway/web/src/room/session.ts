import type { Extension } from '@codemirror/state';
import { SharedDocument, type DocumentRecord } from './collab';
import { RoomConnection, type LinkState, type Surroundings } from './connection';
import { holdsWork, type PageRecord, type Refusal, type Stranded } from './pageStore';
import { chosenDocument, fold, type Folded } from './roomState';
import { codeLanguages, documentId, isEntry, type Capability, type Command, type LiveScore, type Numbered, type Present, type RoomView, type ServerMessage } from './wire';

export type RoomSnapshot = {
  room: RoomView | null;
  you: { person: string; capabilities: Capability[] } | null;
  link: LinkState;
  /** Commands and document changes without an acknowledgement. */
  waiting: number;
  presence: Present[];
  scores: Record<number, LiveScore>;
  refusals: Refusal[];
  submitting: number[];
  /** Texts of documents that can no longer be accepted, by document. */
  stranded: Record<string, Stranded>;
  /** False when the browser refused to keep unsent work. */
  durable: boolean;
  /** Milliseconds that the service's clock is ahead of this page's. */
  clockAhead: number;
};

type Options = {
  record: PageRecord;
  around: Surroundings;
  now(): number;
  save(record: PageRecord): Promise<void>;
  /** What an editor shows beyond the shared text; called once for each document. */
  extensions?(document: string): Extension;
};

/** One page in one room: the fold of its journal, its documents and its unsent work. */
export class RoomSession {
  readonly connection: RoomConnection;
  private snapshot: RoomSnapshot;
  private folded: Folded | null = null;
  private readonly documents = new Map<string, SharedDocument>();
  private readonly listeners = new Set<() => void>();
  private saving: Promise<void> | null = null;
  private dirty = false;

  constructor(private readonly options: Options) {
    const { record } = options;
    this.connection = new RoomConnection(
      options.around,
      {
        hello: () => this.hello(),
        persist: () => this.persist(),
        message: (message) => this.receive(message),
        settled: (command, refusal) => this.settled(command, refusal),
        changed: (link) => this.publish({ link }),
      },
      [...record.outbox],
      record.nextN,
    );
    this.snapshot = {
      room: null,
      you: null,
      link: this.connection.state(),
      waiting: 0,
      presence: [],
      scores: {},
      refusals: [...record.refused],
      submitting: [...record.submitting],
      stranded: { ...record.stranded },
      durable: true,
      clockAhead: 0,
    };
    for (const [id, kept] of Object.entries(record.documents)) {
      if (kept.updates.length === 0) continue;
      this.open(id, kept);
    }
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  current = () => this.snapshot;

  command(command: Command) {
    return this.connection.command(command);
  }

  document(id: string): SharedDocument {
    const known = this.documents.get(id);
    if (known) return known;
    const seen = this.folded?.room.questions.flatMap((q) => q.documents).find((it) => it.id === id);
    return this.open(id, { version: seen?.version ?? 0, base: seen?.text ?? '', updates: [] });
  }

  /** Submits what is in the editor now; if part of it is still on its way, as soon as that is saved. */
  submit(question: number) {
    const asked = this.folded?.room.questions.find((q) => q.question === question);
    if (!asked) return;
    const document = this.document(chosenDocument(asked).id);
    if (document.unconfirmed > 0) {
      if (!this.snapshot.submitting.includes(question)) {
        this.publish({ submitting: [...this.snapshot.submitting, question] });
      }
      void this.persist();
    } else {
      this.publish({ submitting: this.snapshot.submitting.filter((q) => q !== question) });
      this.command({ type: 'submit', question, document: document.id, version: document.version });
    }
  }

  dismiss(refusal: Refusal) {
    this.publish({ refusals: this.snapshot.refusals.filter((r) => r !== refusal) });
    void this.persist();
  }

  discardStranded(document: string) {
    const { [document]: _, ...stranded } = this.snapshot.stranded;
    this.publish({ stranded });
    void this.persist();
  }

  /** Everything of this page that the service does not have, in words. */
  unsent(): string[] {
    const { refusals, stranded } = this.snapshot;
    const commands = [...refusals.map((r) => r.command), ...this.connection.unanswered];
    return [
      ...Object.values(stranded).map((it) => it.text),
      ...[...this.documents.values()].filter((document) => document.unconfirmed > 0).map((document) => document.text),
      ...commands.flatMap((command) => ('text' in command ? [command.text] : [])),
    ];
  }

  /** All of the page that must not be lost. */
  record(): PageRecord {
    const { room, person, client } = this.options.record;
    const documents: PageRecord['documents'] = {};
    for (const [id, document] of this.documents) {
      if (document.unconfirmed > 0) documents[id] = document.record();
    }
    return {
      room,
      person,
      client,
      nextN: this.connection.next,
      outbox: [...this.connection.unanswered],
      documents,
      submitting: this.snapshot.submitting,
      refused: this.snapshot.refusals,
      stranded: this.snapshot.stranded,
      savedAt: this.options.now(),
    };
  }

  holdsWork = () => holdsWork(this.record());

  private open(id: string, record: DocumentRecord) {
    const document = new SharedDocument(
      id,
      this.options.record.client,
      record,
      (version, updates) => this.command({ type: 'edit', document: id, version, updates }),
      () => this.documentChanged(),
      (text, code) => this.strand(id, text, code),
      this.options.extensions?.(id) ?? [],
    );
    this.documents.set(id, document);
    return document;
  }

  private strand(document: string, text: string, code: string | null) {
    const before = this.snapshot.stranded[document]?.text;
    const all = before && !text.includes(before) ? `${before}\n\n${text}` : text;
    this.publish({ stranded: { ...this.snapshot.stranded, [document]: { text: all, code } } });
  }

  private documentChanged() {
    void this.persist();
    for (const question of this.snapshot.submitting) {
      const asked = this.folded?.room.questions.find((q) => q.question === question);
      if (asked && this.documents.get(chosenDocument(asked).id)?.unconfirmed === 0) this.submit(question);
    }
    this.publish({});
  }

  private hello() {
    const documents: Record<string, number> = {};
    for (const [id, document] of this.documents) if (document.unconfirmed > 0) documents[id] = document.version;
    return {
      client: this.options.record.client,
      ...(this.folded && { position: this.folded.position }),
      ...(Object.keys(documents).length > 0 && { documents }),
    };
  }

  private receive(message: ServerMessage) {
    if (isEntry(message)) {
      if (!this.folded) return;
      if (message.type === 'document-edited') this.documents.get(message.document)?.receive(message.version, message.updates);
      this.folded = fold(this.folded, message);
      this.publish({ room: this.folded.room });
      return;
    }
    switch (message.type) {
      case 'welcome':
        this.folded = { room: message.room, position: message.position };
        this.publish({ room: message.room, you: message.you, clockAhead: Date.parse(message.now) - this.options.now() });
        for (const question of message.room.questions) {
          for (const language of codeLanguages) {
            const id = documentId(question.question, language);
            const { version, text } = question.documents.find((it) => it.id === id) ?? { version: 0, text: '' };
            this.documents.get(id)?.welcome(version, text, message.tails?.[id]);
          }
        }
        break;
      case 'resumed':
      case 'pong':
        this.publish({ clockAhead: Date.parse(message.now) - this.options.now() });
        break;
      case 'progress':
        if (this.folded) this.folded = { ...this.folded, position: message.upTo };
        break;
      case 'presence':
        this.publish({ presence: message.people });
        break;
      case 'scored':
        this.publish({ scores: { ...this.snapshot.scores, [message.question]: message } });
        break;
    }
  }

  private settled(command: Numbered, refusal: { code: string; message: string } | null) {
    if (command.type === 'edit') this.document(command.document).answered(command.n, refusal);
    // What an edit held is in the stranded text; the others come back with their words.
    if (refusal && command.type !== 'edit') {
      this.publish({ refusals: [...this.snapshot.refusals, { n: command.n, command, ...refusal }] });
    }
  }

  private publish(change: Partial<RoomSnapshot>) {
    const edits = [...this.documents.values()].reduce((sum, document) => sum + document.unconfirmed, 0);
    const others = this.connection ? this.connection.unanswered.filter((c) => c.type !== 'edit').length : 0;
    this.snapshot = { ...this.snapshot, ...change, waiting: edits + others };
    for (const listener of this.listeners) listener();
  }

  /** One write at a time; whoever asks meanwhile shares the next one. */
  private persist(): Promise<void> {
    this.dirty = true;
    this.saving ??= (async () => {
      await Promise.resolve();
      while (this.dirty) {
        this.dirty = false;
        const durable = await this.options.save(this.record()).then(() => true, () => false);
        if (durable !== this.snapshot.durable) this.publish({ durable });
      }
      // In the same breath as the last look at `dirty`: whoever asks from now on starts a write of their own.
      this.saving = null;
    })();
    return this.saving;
  }
}
