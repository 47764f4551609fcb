import { isEntry } from '../room/wire';
import type { ReplayPage } from './api';
import { advance, greeted, type Moment, type Told } from './moment';

export type Frame = { sequence: number; at: number; told: Told };

/** Frames between two moments that are remembered within a page. */
const STRIDE = 50;

/** A run of the journal: what is after `from`, up to `to`. */
export class Page {
  readonly frames: Frame[] = [];
  readonly from: number;
  readonly to: number;
  readonly next: number | null;
  readonly weight: number;
  used = 0;
  private readonly start: Moment;
  private readonly remembered: Moment[] = [];
  private latest: { index: number; moment: Moment };

  constructor({ at, frames: [first, ...rest], next }: ReplayPage, last: number) {
    if (first?.type !== 'welcome') throw new Error(`the page at ${at} does not begin with the room`);
    this.start = greeted(first);
    this.latest = { index: 0, moment: this.start };
    this.from = Math.max(at, first.position.sequence);
    this.next = next;
    this.to = next ?? Math.max(last, this.from);
    let weight = JSON.stringify(first.room).length;
    let before = -Infinity;
    rest.forEach((message, i) => {
      if (!isEntry(message) && message.type !== 'welcome') return;
      before = isEntry(message) ? Math.max(before, Date.parse(message.at)) : between(before, message.now, rest.slice(i + 1));
      this.frames.push({ sequence: message.position.sequence, at: before, told: message });
      weight += message.type === 'welcome' ? JSON.stringify(message.room).length : 'text' in message ? 300 + message.text.length : 300;
    });
    this.to = Math.max(this.to, this.frames.at(-1)?.sequence ?? 0);
    this.weight = weight;
  }

  get opens() {
    return this.frames[0]?.at ?? Infinity;
  }

  get closes() {
    return this.frames.at(-1)?.at ?? -Infinity;
  }

  indexAt(time: number) {
    return firstAfter(this.frames, (frame) => frame.at > time);
  }

  indexOf(sequence: number) {
    return firstAfter(this.frames, (frame) => frame.sequence > sequence);
  }

  /** The room after so many frames, from the nearest moment before it that is known. */
  momentAt(index: number): Moment {
    const near = Math.min(Math.floor(index / STRIDE), this.remembered.length - 1);
    let at = 0;
    let moment = this.start;
    if (near > 0) [at, moment] = [near * STRIDE, this.remembered[near]!];
    if (this.latest.index <= index && this.latest.index > at) ({ index: at, moment } = this.latest);
    for (; at < index; at++) {
      if (at % STRIDE === 0) this.remembered[at / STRIDE] = moment;
      moment = advance(moment, this.frames[at]!.told);
    }
    this.latest = { index, moment };
    return moment;
  }

  forgetMoments() {
    this.remembered.length = 0;
    this.latest = { index: 0, moment: this.start };
  }
}

/** A greeting has no time of its own but the service's `now`; it stands between its neighbours. */
function between(before: number, now: string, rest: ReplayPage['frames']): number {
  const after = rest.find(isEntry);
  const said = Date.parse(now);
  if (Number.isFinite(before)) return said >= before && (!after || said <= Date.parse(after.at)) ? said : before;
  return after ? Math.min(said, Date.parse(after.at)) : said;
}

function firstAfter(frames: Frame[], isAfter: (frame: Frame) => boolean): number {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAfter(frames[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
