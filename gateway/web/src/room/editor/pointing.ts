const APART = 200;

type Around = {
  /** Whether somebody would hear it now. */
  may(): boolean;
  /** False while the document holds changes that nobody else has: a place in it would mean nothing to them. */
  settled(document: string): boolean;
  selection(document: string): { anchor: number; head: number };
  tell(document: string, anchor: number, head: number): void;
  later(task: () => void, ms: number): () => void;
  now(): number;
};

/** Tells the others where this page's selection is: at most five times a second, and only when it has moved. */
export class Pointing {
  private document: string | null = null;
  private moved = false;
  private told = '';
  private quietUntil = 0;
  private cancel: (() => void) | null = null;

  constructor(private readonly around: Around) {}

  move(document: string) {
    this.document = document;
    this.moved = true;
    this.flush();
  }

  /** Somebody may have come who has not heard it yet. */
  again() {
    this.told = '';
    this.moved = this.document !== null;
    this.flush();
  }

  flush() {
    const { around, document } = this;
    if (!this.moved || document === null || this.cancel || !around.may() || !around.settled(document)) return;
    const wait = this.quietUntil - around.now();
    if (wait > 0) {
      this.cancel = around.later(() => {
        this.cancel = null;
        this.flush();
      }, wait);
      return;
    }
    const { anchor, head } = around.selection(document);
    const said = `${document} ${anchor} ${head}`;
    this.moved = false;
    if (said === this.told) return;
    this.told = said;
    this.quietUntil = around.now() + APART;
    around.tell(document, anchor, head);
  }
}
