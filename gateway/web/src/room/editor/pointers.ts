import type { SharedDocument } from '../collab';

const STAYS = 120_000;

type Around = {
  document(id: string): SharedDocument | undefined;
  later(task: () => void, ms: number): () => void;
};

/** Where the others are: each in one document, until they go elsewhere, leave, or have not moved for a while. */
export class Pointers {
  private readonly shown = new Map<string, { document: string; cancel: () => void }>();

  constructor(private readonly around: Around) {}

  pointed(person: string, document: string, anchor: number, head: number) {
    if (this.shown.get(person)?.document !== document) this.forget(person);
    this.around.document(document)?.point(person, anchor, head);
    this.seen(person, document);
  }

  /** They have written there, which moved their cursor along. */
  seen(person: string, document: string) {
    const before = this.shown.get(person);
    before?.cancel();
    if (before && before.document !== document) this.around.document(before.document)?.forget(person);
    this.shown.set(person, { document, cancel: this.around.later(() => this.forget(person), STAYS) });
  }

  forget(person: string) {
    const pointer = this.shown.get(person);
    if (!pointer) return;
    pointer.cancel();
    this.shown.delete(person);
    this.around.document(pointer.document)?.forget(person);
  }
}
