import { PAGE, type Landmark, type ReplayPage } from './api';
import type { Moment } from './moment';
import { Page } from './page';

/** So many frames of that page have happened. */
export type Spot = { page: Page; index: number };

/** Pages whose moments are remembered: their texts share nearly everything. */
const MINDED = 40;
/** Characters, about; what was not looked at for longest is fetched again when it is needed. */
const BUDGET = 48_000_000;

/**
 * The journal of one interview as far as it was fetched: pages in the order of the journal, any of them first. It is
 * asked for a time or a position; what is not there yet is fetched, and what became too much is forgotten.
 */
export class Recording {
  private pages: Page[] = [];
  private readonly fetching = new Map<number, Promise<Page>>();
  /** Where pages ended, also those that were forgotten: the way to a position is not gone twice. */
  private readonly ends = new Set<number>();
  private uses = 0;
  private readonly epoch: string;
  private last: number;
  private landmarks: Landmark[];

  constructor(
    timeline: { epoch: string; last: number; landmarks: Landmark[] },
    private readonly fetchPage: (at: number, limit: number) => Promise<ReplayPage>,
    private readonly budget = BUDGET,
  ) {
    this.epoch = timeline.epoch;
    this.last = timeline.last;
    this.landmarks = timeline.landmarks;
  }

  get loaded(): readonly Page[] {
    return this.pages;
  }

  /** The room went on; its last page is fetched again when somebody looks there. False when it did not. */
  grow(timeline: { last: number; landmarks: Landmark[] }): boolean {
    if (timeline.last === this.last) return false;
    this.last = timeline.last;
    this.landmarks = timeline.landmarks;
    this.pages = this.pages.filter((page) => page.next !== null);
    return true;
  }

  spotOf(sequence: number): Spot | null {
    const page = this.pages.find((p) => (p.from < sequence || p === this.beginning()) && sequence <= p.to);
    return page ? this.use(page, page.indexOf(sequence)) : null;
  }

  /** The last frame at or before `time`; null while it is not known which that is. */
  spotAt(time: number): Spot | null {
    const page = this.pages.findLast((p) => p.opens <= time) ?? this.beginning();
    return page && (time < page.closes || this.isLastBefore(page, time)) ? this.use(page, page.indexAt(time)) : null;
  }

  async findAt(time: number): Promise<Spot> {
    for (;;) {
      const spot = this.spotAt(time);
      if (spot) return spot;
      await this.fetchFrom(this.missing(this.guess(time)));
    }
  }

  async find(sequence: number): Promise<Spot> {
    for (;;) {
      const wanted = Math.max(this.start ?? 0, Math.min(sequence, this.last));
      const spot = this.spotOf(wanted);
      if (spot) return spot;
      await this.fetchFrom(this.missing(Math.max(0, wanted - 1)));
    }
  }

  /** The spot after one more frame; null at the end, undefined while it is not there yet. */
  following({ page, index }: Spot): Spot | null | undefined {
    if (index < page.frames.length) return { page, index: index + 1 };
    if (page.next === null) return null;
    const after = this.pages.find((p) => p.from === page.next);
    if (!after) return undefined;
    return after.frames.length > 0 ? { page: after, index: 1 } : this.following({ page: after, index: 0 });
  }

  async after(page: Page): Promise<Page | null> {
    return page.next === null ? null : (this.pages.find((p) => p.from === page.next) ?? this.fetchFrom(page.next));
  }

  /** Fetches one page after the other, as long as they are wanted and there is room for them: scrubbing then waits for nothing. */
  async readOn(wanted: () => boolean): Promise<void> {
    let page: Page | null = (await this.find(0)).page;
    while (page && wanted() && this.weight() < this.budget / 2) page = await this.after(page);
  }

  momentAt({ page, index }: Spot): Moment {
    return page.momentAt(index);
  }

  private beginning = () => (this.pages[0]?.from === this.start ? this.pages[0] : undefined);
  /** Where the viewer's own recording begins; the service says it. */
  private start: number | null = null;

  private use(page: Page, index: number): Spot {
    page.used = ++this.uses;
    return { page, index };
  }

  /** A position that is nearer to `time` than everything that is there. */
  private guess(time: number): number {
    let low = { sequence: this.start ?? 0, at: -Infinity };
    let high = { sequence: this.last, at: Infinity };
    for (const { position: sequence, at } of this.landmarks) {
      const mark = { sequence, at: Date.parse(at) };
      if (mark.at <= time && sequence > low.sequence) low = mark;
      if (mark.at > time && sequence < high.sequence) high = mark;
    }
    for (const page of this.pages) {
      if (page.closes <= time && page.to >= low.sequence) low = { sequence: page.to, at: page.closes };
      if (page.opens > time && page.from <= high.sequence) high = { sequence: page.from, at: page.opens };
    }
    const share = Number.isFinite(low.at) && Number.isFinite(high.at) ? (time - low.at) / Math.max(1, high.at - low.at) : 0.5;
    const guess = low.sequence + Math.max(0, high.sequence - low.sequence) * share;
    return Math.min(guess, Math.max(0, this.last - 1));
  }

  /** Where to go on fetching so that `sequence` is there in the end. */
  private missing(sequence: number): number {
    let from = Math.max(this.start ?? 0, Math.floor(sequence / PAGE) * PAGE, ...[...this.ends].filter((end) => end <= sequence));
    for (let page; (page = this.pages.find((p) => p.from <= from && from < p.to)); ) from = page.to;
    return from;
  }

  /** Nothing that is still to be fetched lies between the page's end and `time`. */
  private isLastBefore(page: Page, time: number): boolean {
    if (page.next === null) return true;
    const after = this.pages.find((p) => p.from === page.next);
    return after !== undefined && (after.frames.length > 0 ? time < after.opens : this.isLastBefore(after, time));
  }

  private fetchFrom(from: number): Promise<Page> {
    const known = this.fetching.get(from);
    if (known) return known;
    const after = this.pages.find((p) => p.from > from);
    const limit = Math.min(PAGE, after ? after.from - from : PAGE);
    const page = this.fetchPage(from, limit)
      .then((found) => {
        if (found.epoch !== this.epoch) throw new AnotherEpochError();
        const page = new Page(found, this.last);
        // Whoever became a member later is shown the first page that is theirs, whatever was asked for.
        if (from === 0 || page.from > from) this.start = page.from;
        this.pages = [...this.pages.filter((p) => p.from !== page.from), page].sort((a, b) => a.from - b.from);
        if (page.next !== null) this.ends.add(page.next);
        page.used = ++this.uses;
        this.forget();
        return page;
      })
      .finally(() => this.fetching.delete(from));
    this.fetching.set(from, page);
    return page;
  }

  private weight = () => this.pages.reduce((sum, page) => sum + page.weight, 0);

  private forget() {
    const byUse = [...this.pages].sort((a, b) => b.used - a.used);
    for (const page of byUse.slice(MINDED)) page.forgetMoments();
    let weight = 0;
    const kept = new Set(byUse.filter((page, i) => (weight += page.weight) <= this.budget || i < 2));
    this.pages = this.pages.filter((page) => kept.has(page));
  }
}

/** The journal is not the one that the timeline told of; everything is to be read again. */
export class AnotherEpochError extends Error {}
