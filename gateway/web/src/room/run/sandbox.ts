import type { RunOutcome } from '../wire';
import { interpreter } from './interpreter';
import { LONGEST_OUTPUT, type Begin, type Prepare, type RunLanguage, type Told } from './words';

export type Ran = { outcome: RunOutcome; output: string; truncated: boolean; millis: number };

export type Watch = {
  /** How much of the interpreter is there, 0 to 1. */
  loading(share: number): void;
  began(): void;
  output(all: string): void;
};

/** The interpreter could not be loaded: nothing has run. */
export class NotLoaded extends Error {}
/** It was stopped before it began: nothing has run. */
export class NotBegun extends Error {}

const RUNS_AT_MOST = 10_000;
const LOADS_AT_MOST = 90_000;

type State = 'loading' | 'ready' | 'running' | 'over';

/**
 * A place where one program runs once: a frame without our origin, and a worker inside. Taking the frame away ends
 * whatever goes on in it.
 */
export class Sandbox {
  private state: State = 'loading';
  private readonly frame = document.createElement('iframe');
  private readonly channel = new MessageChannel();
  private code: string | null = null;
  private watch: Watch | null = null;
  private share = 0;
  private output = '';
  private began = 0;
  private limit: ReturnType<typeof setTimeout> | undefined;
  private end!: (ran: Ran) => void;
  private fail!: (reason: Error) => void;
  private readonly ended = new Promise<Ran>((resolve, reject) => {
    this.end = resolve;
    this.fail = reject;
  });

  constructor(readonly language: RunLanguage, noInput: string) {
    this.ended.catch(() => {});
    this.channel.port1.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    this.frame.setAttribute('sandbox', 'allow-scripts');
    this.frame.src = '/run/sandbox.html';
    this.frame.hidden = true;
    this.frame.title = language;
    const files = language === 'python' ? interpreter((share) => this.loaded(share)) : Promise.resolve(null);
    const there = new Promise((resolve) => (this.frame.onload = resolve));
    Promise.all([files, there]).then(([python]) => this.prepare({ noInput, longestOutput: LONGEST_OUTPUT, python }), () => this.close(new NotLoaded()));
    addEventListener('message', this.broken);
    this.limit = setTimeout(() => this.close(new NotLoaded()), LOADS_AT_MOST);
    document.body.append(this.frame);
  }

  get usable() {
    return this.state === 'loading' || this.state === 'ready';
  }

  run(code: string, watch: Watch): Promise<Ran> {
    this.code = code;
    this.watch = watch;
    watch.loading(this.share);
    if (this.state === 'ready') this.begin();
    return this.ended;
  }

  /** Ends it from outside, by a person or the clock; what has not begun has not run. */
  stop() {
    if (this.state === 'running') this.settle('STOPPED', Math.round(performance.now() - this.began));
    else if (this.state !== 'over') this.close(new NotBegun());
  }

  private loaded(share: number) {
    this.share = share;
    if (this.state === 'loading') this.watch?.loading(share);
  }

  private prepare(prepare: Prepare) {
    // Its origin is opaque, so there is none to name.
    this.frame.contentWindow?.postMessage(prepare, '*', [this.channel.port2]);
  }

  private hear(told: Told) {
    switch (told?.type) {
      case 'ready':
        if (this.state !== 'loading') break;
        this.state = 'ready';
        clearTimeout(this.limit);
        if (this.code !== null) this.begin();
        break;
      case 'output':
        if (this.state !== 'running' || this.output.length > LONGEST_OUTPUT) break;
        this.output += String(told.text);
        this.watch?.output(this.output.slice(0, LONGEST_OUTPUT));
        break;
      case 'ended':
        if (this.state === 'running') this.settle(told.failed ? 'FAILED' : 'FINISHED', Math.max(0, Math.round(Number(told.millis) || 0)));
        break;
    }
  }

  private begin() {
    this.state = 'running';
    this.began = performance.now();
    this.limit = setTimeout(() => this.stop(), RUNS_AT_MOST);
    const begin: Begin = { code: this.code! };
    this.channel.port1.postMessage(begin);
    this.watch?.began();
  }

  private readonly broken = ({ data, source }: MessageEvent) => {
    if (source === this.frame.contentWindow && data === 'broken' && this.state === 'loading') this.close(new NotLoaded());
  };

  private settle(outcome: RunOutcome, millis: number) {
    const output = this.output.slice(0, LONGEST_OUTPUT).replace(/\p{Surrogate}/gu, '\ufffd');
    this.end({ outcome, output, truncated: this.output.length > LONGEST_OUTPUT, millis });
    this.close(null);
  }

  private close(reason: Error | null) {
    this.state = 'over';
    clearTimeout(this.limit);
    removeEventListener('message', this.broken);
    this.channel.port1.close();
    this.frame.remove();
    if (reason) this.fail(reason);
  }
}
