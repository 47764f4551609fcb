import type { Extension } from '@codemirror/state';
import type { SharedDocument } from './collab';
import { RoomConnection, type LinkState, type Surroundings } from './connection';
import { Documents } from './documents';
import { questionOf } from './editor/languages';
import { Pointers } from './editor/pointers';
import { Pointing } from './editor/pointing';
import { answerKey } from './liveScore';
import { oneWriteAtATime } from './oneWrite';
import { holdsWork, type PageRecord, type Refusal, type Stranded } from './pageStore';
import { fold, type Folded } from './roomState';
import { documentId, isEntry, type Capability, type CodeLanguage, type Command, type Entry, type LiveScore, type Numbered, type Present, type RoomQuestion, type RoomView, type ServerMessage } from './wire';

export type RoomSnapshot = {
  room: RoomView | null;
  you: { person: string; capabilities: Capability[] } | null;
  link: LinkState;
  /** Commands and document changes without an acknowledgement. */
  waiting: number;
  presence: Present[];
  /** What counts, by question and attempt. */
  scores: Record<string, LiveScore>;
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

/** One page in one room: the fold of its journal, its documents and its unsent work. */
export class RoomSession {
  readonly connection: RoomConnection;
  private snapshot: RoomSnapshot;
  private folded: Folded | null = null;
  private readonly documents: Documents;
  private readonly listeners = new Set<() => void>();
  /** Documents to submit as soon as all of their text is saved. */
  private readonly toSubmit: Set<string>;
  private readonly pointing: Pointing;
  private readonly pointers: Pointers;
  private readonly persist = oneWriteAtATime(async () => {
    const durable = await this.options.save(this.record()).then(() => true, () => false);
    if (durable !== this.snapshot.durable) this.publish({ durable });
  });

  constructor(private readonly options: Options) {
    const { record } = options;
    this.toSubmit = new Set(record.submitting);
    this.documents = new Documents({
      client: record.client,
      push: (document, version, updates) => this.command({ type: 'edit', document, version, updates }),
      changed: () => this.documentChanged(),
      strand: (document, text, code) => this.strand(document, text, code),
      extensions: options.extensions,
    }, record.documents);
    this.pointers = new Pointers({ document: (id) => this.documents.ifOpened(id), later: options.around.later });
    this.pointing = new Pointing({
      may: () => this.snapshot.link.link === 'online' && !this.keepsStill(),
      settled: (id) => this.documents.ifOpened(id)?.unconfirmed === 0,
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
    return this.documents.get(id);
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
      ...this.documents.unconfirmed.map((document) => document.text),
      ...commands.flatMap((command) => ('text' in command ? [command.text] : [])),
    ];
  }

  /** All of the page that must not be lost. */
  record(): PageRecord {
    const { room, person, client } = this.options.record;
    return {
      room,
      person,
      client,
      nextN: this.connection.next,
      outbox: [...this.connection.unanswered],
      documents: Object.fromEntries(this.documents.unconfirmed.map((it) => [it.id, it.record()])),
      submitting: [...this.toSubmit],
      refused: this.snapshot.refusals,
      stranded: this.snapshot.stranded,
      savedAt: this.options.now(),
    };
  }

  holdsWork = () => holdsWork(this.record());

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
    const unconfirmed = this.documents.unconfirmed.map((it) => [it.id, it.version] as const);
    return {
      client: this.options.record.client,
      ...(this.folded && { position: this.folded.position }),
      ...(unconfirmed.length > 0 && { documents: Object.fromEntries(unconfirmed) }),
    };
  }

  private receive(message: ServerMessage) {
    if (isEntry(message)) {
      if (!this.folded) return;
      const before = this.folded.room;
      this.folded = fold(this.folded, message);
      this.documents.follow(this.folded.room.questions);
      this.follow(message, before);
      this.publish({ room: this.folded.room });
      return;
    }
    switch (message.type) {
      case 'welcome':
        this.folded = { room: message.room, position: message.position };
        this.publish({ room: message.room, you: message.you, clockAhead: Date.parse(message.now) - this.options.now() });
        this.documents.welcome(message.room.questions, message.tails);
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
        for (const { person, online } of message.people) if (!online) this.pointers.forget(person);
        if (message.people.some((p) => p.online && !this.snapshot.presence.find((q) => q.person === p.person)?.online)) this.pointing.again();
        this.publish({ presence: message.people });
        break;
      case 'pointed':
        if (message.person !== this.snapshot.you?.person) this.pointers.pointed(message.person, message.document, message.anchor, message.head);
        break;
      case 'scored':
        this.publish({ scores: { ...this.snapshot.scores, [answerKey(message.question, message.attempt)]: message } });
        break;
    }
  }

  /** What an entry means for this page beyond what everybody sees. */
  private follow(entry: Entry, before: RoomView) {
    const you = this.snapshot.you?.person;
    switch (entry.type) {
      case 'document-edited': {
        const writer = entry.actor === you ? null : entry.actor;
        this.documents.ifOpened(entry.document)?.receive(entry.version, entry.updates, writer);
        if (writer) this.pointers.seen(writer, entry.document);
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
        for (const { person, capabilities } of this.folded!.room.members) if (capabilities.includes('INTERVIEW')) this.pointers.forget(person);
        break;
    }
  }

  /** While the candidate thinks undisturbed, an interviewer's cursor does not wander through the answer. */
  private keepsStill() {
    const until = this.snapshot.room?.focusUntil;
    return this.snapshot.you?.capabilities.includes('INTERVIEW') === true && until !== undefined && Date.parse(until) > this.options.now() + this.snapshot.clockAhead;
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
    const edits = this.documents.unconfirmed.reduce((sum, document) => sum + document.unconfirmed, 0);
    const others = this.connection ? this.connection.unanswered.filter((c) => c.type !== 'edit').length : 0;
    this.snapshot = { ...this.snapshot, ...change, submitting: [...this.toSubmit].map(questionOf), waiting: edits + others };
    for (const listener of this.listeners) listener();
  }
}
