import { AnotherEpochError, type Recording, type Spot } from './recording';
import type { Moment } from './moment';

export const RATES = [1, 2, 4, 8, 16, 32] as const;
export type Rate = (typeof RATES)[number];

/** Nothing for longer than this is passed over; a pause for thought is shorter. */
export const IDLE = 4000;
/** How long a passed-over stretch takes on the viewer's clock. */
const HOP = 700;

export type Playback = {
  /** On the interview's clock. */
  time: number;
  /** Of the last thing that has happened; null before anything was fetched. */
  spot: Spot | null;
  moment: Moment | null;
  playing: boolean;
  rate: Rate;
  skipsIdle: boolean;
  /** The stretch without anything that is being passed over now. */
  hop: { from: number; to: number } | null;
  /** Waiting for a part of the recording. */
  waiting: boolean;
  error: unknown;
};

/** Plays a recording on the clock it is given: `tick` is told the time as often as the viewer can look. */
export class Player {
  private playback: Playback;
  private readonly listeners = new Set<() => void>();
  private ticked: number | null = null;
  private wanted = 0;

  constructor(
    private readonly recording: Recording,
    private from: number,
    private to: number,
  ) {
    this.playback = { time: from, spot: null, moment: null, playing: false, rate: 1, skipsIdle: true, hop: null, waiting: false, error: null };
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  current = () => this.playback;

  get begins() {
    return this.from;
  }

  get ends() {
    return this.to;
  }

  /** The room went on, or more of it is told. */
  stretch(from: number, to: number) {
    this.from = from;
    this.to = to;
  }

  async seek(time: number): Promise<void> {
    const to = Math.max(this.from, Math.min(time, this.to));
    const spot = this.recording.spotAt(to);
    if (spot) this.arrive(to, spot);
    else await this.fetched(to, () => this.recording.findAt(to));
  }

  /** To the moment at which that position of the journal had just come to be. */
  async seekPosition(sequence: number): Promise<void> {
    const there = this.recording.spotOf(sequence);
    if (there) this.arrive(this.timeOf(there), there);
    else await this.fetched(null, () => this.recording.find(sequence));
  }

  play() {
    if (this.playback.time >= this.to) void this.seek(this.from);
    this.ticked = null;
    this.publish({ playing: true });
  }

  pause() {
    this.publish({ playing: false, hop: null });
  }

  setRate(rate: Rate) {
    this.publish({ rate });
  }

  skipIdle(skipsIdle: boolean) {
    this.publish({ skipsIdle, hop: null });
  }

  /** Goes on as far as the time since the last tick allows. */
  tick(now: number) {
    const elapsed = this.ticked === null ? 0 : Math.max(0, now - this.ticked);
    this.ticked = now;
    const { playing, spot, waiting, time } = this.playback;
    if (!playing || !spot || waiting || elapsed === 0) return;
    let left = elapsed;
    let at = time;
    let reached = spot;
    let hop = this.playback.hop;
    // From one thing that happened to the next; a stretch without any is passed over at a pace of its own.
    while (left > 0) {
      const next = this.recording.following(reached);
      if (next === undefined) {
        this.arrive(at, reached, null);
        void this.fetched(null, async () => (await this.recording.after(reached.page), reached));
        return;
      }
      const until = next === null ? this.to : Math.min(this.to, Math.max(at, next.page.frames[next.index - 1]!.at));
      if (hop && (hop.to !== until || at >= until)) hop = null;
      if (!hop && this.playback.skipsIdle && until - at > IDLE) hop = { from: at, to: until };
      const pace = hop ? Math.max(this.playback.rate, (hop.to - hop.from) / HOP) : this.playback.rate;
      if (at + left * pace < until) {
        at += left * pace;
        break;
      }
      left -= (until - at) / pace;
      at = until;
      if (next === null || at >= this.to) {
        this.arrive(this.to, next ?? reached, null);
        this.pause();
        return;
      }
      reached = next;
    }
    this.arrive(at, reached, hop);
  }

  private timeOf({ page, index }: Spot) {
    const at = page.frames[index - 1]?.at ?? page.frames[0]?.at ?? this.from;
    return Math.max(this.from, Math.min(at, this.to));
  }

  private arrive(time: number, spot: Spot, hop: Playback['hop'] = null) {
    this.wanted++;
    this.publish({ time, spot, moment: this.recording.momentAt(spot), hop, waiting: false, error: null });
  }

  /** Whoever asks last is answered. */
  private async fetched(time: number | null, find: () => Promise<Spot>) {
    const mine = ++this.wanted;
    this.publish({ waiting: true, error: null, ...(time !== null && { time }) });
    try {
      const spot = await find();
      if (mine === this.wanted) this.arrive(time ?? this.timeAfter(spot), spot);
    } catch (error) {
      if (mine === this.wanted || error instanceof AnotherEpochError) this.publish({ waiting: false, playing: false, error });
    }
  }

  /** Waiting for what follows does not move the clock. */
  private timeAfter(spot: Spot) {
    return spot.page === this.playback.spot?.page && spot.index === this.playback.spot.index ? this.playback.time : this.timeOf(spot);
  }

  private publish(change: Partial<Playback>) {
    this.playback = { ...this.playback, ...change };
    for (const listener of this.listeners) listener();
  }
}

