import type { Extension } from '@codemirror/state';
import { SharedDocument, type DocumentRecord } from './collab';
import { codeLanguages, documentId, type RoomQuestion, type Tail, type WireUpdate } from './wire';

type Around = {
  /** This page's name in every update. */
  client: string;
  push(document: string, version: number, updates: WireUpdate[]): number;
  changed(): void;
  strand(document: string, text: string, code: string | null): void;
  /** What an editor shows beyond the shared text; called once for each document. */
  extensions?(document: string): Extension;
};

/** The documents that this page has looked at or written in. */
export class Documents {
  private readonly opened = new Map<string, SharedDocument>();
  private questions: RoomQuestion[] = [];

  constructor(private readonly around: Around, kept: Record<string, DocumentRecord>) {
    for (const [id, record] of Object.entries(kept)) if (record.updates.length > 0) this.open(id, record);
  }

  /** As the room has it; one that nobody wrote in yet is empty. */
  get(id: string): SharedDocument {
    const seen = this.questions.flatMap((q) => q.documents).find((it) => it.id === id);
    return this.opened.get(id) ?? this.open(id, { version: seen?.version ?? 0, base: seen?.text ?? '', updates: [] });
  }

  ifOpened(id: string): SharedDocument | undefined {
    return this.opened.get(id);
  }

  get unconfirmed(): SharedDocument[] {
    return [...this.opened.values()].filter((document) => document.unconfirmed > 0);
  }

  /** What is not opened yet is opened from here. */
  follow(questions: RoomQuestion[]) {
    this.questions = questions;
  }

  /** Every document as the service has it, also those that nobody else wrote in. */
  welcome(questions: RoomQuestion[], tails: Record<string, Tail> = {}) {
    this.follow(questions);
    for (const question of questions) {
      for (const language of codeLanguages) {
        const id = documentId(question.question, language);
        const { version, text } = question.documents.find((it) => it.id === id) ?? { version: 0, text: '' };
        this.opened.get(id)?.welcome(version, text, tails[id]);
      }
    }
  }

  private open(id: string, record: DocumentRecord) {
    const { client, push, changed, strand, extensions } = this.around;
    const document = new SharedDocument(
      id,
      client,
      record,
      (version, updates) => push(id, version, updates),
      changed,
      (text, code) => strand(id, text, code),
      extensions?.(id) ?? [],
    );
    this.opened.set(id, document);
    return document;
  }
}
