import type { Extension } from '@codemirror/state';
import { SharedDocument, type DocumentRecord } from './collab';
import { RoomConnection, type LinkState, type Surroundings } from './connection';
import { questionOf } from './editor/languages';
import { Pointing } from './editor/pointing';
import { holdsWork, type PageRecord, type Refusal, type Stranded } from './pageStore';
import { fold, type Folded } from './roomState';
import { codeLanguages, documentId, isEntry, type Capability, type CodeLanguage, type Command, type Entry, type LiveScore, type Numbered, type Present, type RoomQuestion, type RoomView, type ServerMessage } from './wire';

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
  /** The languages this page has asked for and not seen chosen yet, by question. */
  choosing: Record<number, CodeLanguage>;
  /** Somebody else has put another document before everybody; null once this page has seen to it. */
  switched: { question: number; person: string; before: CodeLanguage } | null;
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

const CURSOR_STAYS = 120_000;

/** One page in one room: the fold of its journal, its documents and its unsent work. */
export class RoomSession {
  readonly connection: RoomConnection;
  private snapshot: RoomSnapshot;
  private folded: Folded | null = null;
  private readonly documents = new Map<string, SharedDocument>();
  private readonly listeners = new Set<() => void>();
  private saving: Promise<void> | null = null;
  private dirty = false;
  /** Documents to submit as soon as all of their text is saved. */
  private readonly toSubmit: Set<string>;
  private readonly pointing: Pointing;
  private readonly pointers = new Map<string, { document: string; forget: () => void }>();

  constructor(private readonly options: Options) {
    const { record } = options;
    this.toSubmit = new Set(record.submitting);
    this.pointing = new Pointing({
      may: () => this.snapshot.link.link === 'online' && !this.keepsStill(),
      settled: (id) => this.documents.get(id)?.unconfirmed === 0,
      selection: (id) => this.document(id).state.selection.main,
      tell: (document, anchor, head) => this.connection.signal({ type: 'point', document, anchor, head }),
      later: options.around.later,
      now: options.now,
    });
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
      submitting: [...this.toSubmit].map(questionOf),
      choosing: {},
      switched: null,
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
    const seen = this.folded?.room.questions.flatMap((q) => q.documents).find((d) => d.id === id);
    return this.open(id, { version: seen?.version ?? 0, base: seen?.text ?? '', updates: [] });
  }

  /** The language everybody is shown, or the one this page has just asked for. */
  language({ question, language }: RoomQuestion): CodeLanguage {
    return this.snapshot.choosing[question] ?? language;
  }

  /** The document that is shown, and submitted. */
  answer(question: RoomQuestion): SharedDocument {
    return this.document(documentId(question.question, this.language(question)));
  }

  choose(question: RoomQuestion, language: CodeLanguage) {
    if (language === this.language(question)) return;
    this.publish({ choosing: { ...this.snapshot.choosing, [question.question]: language }, switched: null });
    this.command({ type: 'choose-language', question: question.question, language });
  }

  seenSwitch = () => this.publish({ switched: null });

  /** The selection in a document has moved. */
  move = (document: string) => this.pointing.move(document);

  /** Submits what is in the editor now; if part of it is still on its way, as soon as that is saved. */
  submit(question: number) {
    const asked = this.folded?.room.questions.find((q) => q.question === question);
    if (!asked) return;
    this.toSubmit.add(this.answer(asked).id);
    this.submitSaved();
    this.publish({});
    void this.persist();
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
      submitting: [...this.toSubmit],
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
    // It was this text that was to be submitted, not what is left without it.
    this.toSubmit.delete(document);
    this.publish({ stranded: { ...this.snapshot.stranded, [document]: { text: all, code } } });
  }

  private documentChanged() {
    void this.persist();
    this.submitSaved();
    this.pointing.flush();
    this.publish({});
  }

  private submitSaved() {
    for (const id of this.toSubmit) {
      const document = this.document(id);
      if (!this.folded || document.unconfirmed > 0) continue;
      this.toSubmit.delete(id);
      this.command({ type: 'submit', question: questionOf(id), document: id, version: document.version });
    }
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
      const before = this.folded.room;
      this.folded = fold(this.folded, message);
      this.follow(message, before);
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
        this.submitSaved();
        break;
      case 'resumed':
      case 'pong':
        this.publish({ clockAhead: Date.parse(message.now) - this.options.now() });
        break;
      case 'progress':
        if (this.folded) this.folded = { ...this.folded, position: message.upTo };
        break;
      case 'presence':
        for (const { person, online } of message.people) if (!online) this.forget(person);
        if (message.people.some((p) => p.online && !this.snapshot.presence.find((q) => q.person === p.person)?.online)) this.pointing.again();
        this.publish({ presence: message.people });
        break;
      case 'pointed':
        this.pointed(message.person, message.document, message.anchor, message.head);
        break;
      case 'scored':
        this.publish({ scores: { ...this.snapshot.scores, [message.question]: message } });
        break;
    }
  }

  /** What an entry means for this page beyond what everybody sees. */
  private follow(entry: Entry, before: RoomView) {
    const you = this.snapshot.you?.person;
    switch (entry.type) {
      case 'document-edited': {
        const writer = entry.actor === you ? null : entry.actor;
        this.documents.get(entry.document)?.receive(entry.version, entry.updates, writer);
        if (writer) this.seen(writer, entry.document);
        break;
      }
      case 'language-chosen': {
        const { [entry.question]: _, ...choosing } = this.snapshot.choosing;
        const was = before.questions.find((q) => q.question === entry.question)?.language;
        const surprising = entry.actor !== you && was !== undefined && was !== entry.language;
        this.publish({ choosing, ...(surprising && { switched: { question: entry.question, person: entry.actor, before: was } }) });
        break;
      }
      case 'focus-started':
        for (const { person, capabilities } of this.folded!.room.members) if (capabilities.includes('INTERVIEW')) this.forget(person);
        break;
    }
  }

  /** While the candidate thinks undisturbed, an interviewer's cursor does not wander through the answer. */
  private keepsStill() {
    const until = this.snapshot.room?.focusUntil;
    return this.snapshot.you?.capabilities.includes('INTERVIEW') === true && until !== undefined && Date.parse(until) > this.options.now() + this.snapshot.clockAhead;
  }

  private pointed(person: string, document: string, anchor: number, head: number) {
    if (person === this.snapshot.you?.person) return;
    if (this.pointers.get(person)?.document !== document) this.forget(person);
    this.documents.get(document)?.point(person, anchor, head);
    this.seen(person, document);
  }

  /** A cursor that has not moved for a while says nothing any more. */
  private seen(person: string, document: string) {
    const before = this.pointers.get(person);
    before?.forget();
    if (before && before.document !== document) this.documents.get(before.document)?.forget(person);
    this.pointers.set(person, { document, forget: this.options.around.later(() => this.forget(person), CURSOR_STAYS) });
  }

  private forget(person: string) {
    const pointer = this.pointers.get(person);
    if (!pointer) return;
    pointer.forget();
    this.pointers.delete(person);
    this.documents.get(pointer.document)?.forget(person);
  }

  private settled(command: Numbered, refusal: { code: string; message: string } | null) {
    if (command.type === 'edit') this.document(command.document).answered(command.n, refusal);
    if (refusal && command.type === 'choose-language') {
      const { [command.question]: _, ...choosing } = this.snapshot.choosing;
      this.publish({ choosing });
    }
    // What an edit held is in the stranded text; the others come back with their words.
    if (refusal && command.type !== 'edit') {
      this.publish({ refusals: [...this.snapshot.refusals, { n: command.n, command, ...refusal }] });
    }
  }

  private publish(change: Partial<RoomSnapshot>) {
    const edits = [...this.documents.values()].reduce((sum, document) => sum + document.unconfirmed, 0);
    const others = this.connection ? this.connection.unanswered.filter((c) => c.type !== 'edit').length : 0;
    this.snapshot = { ...this.snapshot, ...change, submitting: [...this.toSubmit].map(questionOf), waiting: edits + others };
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
