import type { RunOutcome } from '../wire';
import { interpreter } from './interpreter';
import { LONGEST_OUTPUT, type Begin, type FrameAsked, type FrameTold, type Prepare, type RunLanguage, type Told } from './words';

export type Ran = { outcome: RunOutcome; output: string; truncated: boolean; millis: number };

export type Watch = {
  /** How much of the interpreter is there, 0 to 1. */
  loading(share: number): void;
  began(): void;
  output(all: string): void;
};

/** What a program's output says where the program itself cannot, in the language of whoever runs it. */
export type Words = { noInput: string; gone: string };

/** The interpreter could not be loaded: nothing has run. */
export class NotLoaded extends Error {}
/** It was stopped before it began: nothing has run. */
export class NotBegun extends Error {}

/** Milliseconds that a program may take. */
export const RUNS_AT_MOST = 10_000;
const LOADS_AT_MOST = 90_000;
const PULSE = 500;
const DEAD_AFTER = 4;

type State = 'loading' | 'ready' | 'running' | 'over';

/**
 * A place where one program runs once: a frame without our origin, and a worker inside. Taking the frame away ends
 * whatever goes on in it.
 */
export class Sandbox {
  private state: State = 'loading';
  private readonly frame = document.createElement('iframe');
  private readonly channel = new MessageChannel();
  private readonly frameChannel = new MessageChannel();
  private code: string | null = null;
  private watch: Watch | null = null;
  private share = 0;
  private output = '';
  private began = 0;
  private limit: ReturnType<typeof setTimeout> | undefined;
  private pulse: ReturnType<typeof setInterval> | undefined;
  private unanswered = 0;
  private end!: (ran: Ran) => void;
  private fail!: (reason: Error) => void;
  private readonly ended = new Promise<Ran>((resolve, reject) => {
    this.end = resolve;
    this.fail = reject;
  });

  constructor(readonly language: RunLanguage, private readonly words: Words) {
    this.ended.catch(() => {});
    this.channel.port1.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    this.frameChannel.port1.onmessage = ({ data }: MessageEvent<FrameTold>) => this.hearFrame(data);
    this.frame.setAttribute('sandbox', 'allow-scripts');
    this.frame.src = '/run/sandbox.html';
    this.frame.hidden = true;
    this.frame.title = language;
    const files = language === 'python' ? interpreter((share) => this.loaded(share)) : Promise.resolve(null);
    const there = new Promise((resolve) => (this.frame.onload = resolve));
    Promise.all([files, there]).then(([python]) => this.prepare({ noInput: words.noInput, longestOutput: LONGEST_OUTPUT, python }), () => this.close(new NotLoaded()));
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

  /** Ends it from outside; what has not begun has not run. */
  stop() {
    if (this.state === 'running') this.settle('STOPPED', this.millis());
    else if (this.state !== 'over') this.close(new NotBegun());
  }

  private loaded(share: number) {
    this.share = share;
    if (this.state === 'loading') this.watch?.loading(share);
  }

  private prepare(prepare: Prepare) {
    // Its origin is opaque, so there is none to name.
    this.frame.contentWindow?.postMessage(prepare, '*', [this.channel.port2, this.frameChannel.port2]);
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
    this.limit = setTimeout(() => this.settle('STOPPED', RUNS_AT_MOST), RUNS_AT_MOST);
    this.pulse = setInterval(() => this.feelPulse(), PULSE);
    const begin: Begin = { code: this.code! };
    this.channel.port1.postMessage(begin);
    this.watch?.began();
  }

  private hearFrame(told: FrameTold) {
    if (told === 'alive') this.unanswered = 0;
    else if (this.state === 'loading') this.close(new NotLoaded());
  }

  /** The frame dies with a program that leaves no memory; nobody but its silence tells. */
  private feelPulse() {
    if (++this.unanswered > DEAD_AFTER) this.gone();
    else this.frameChannel.port1.postMessage('alive?' satisfies FrameAsked);
  }

  private gone() {
    // Said also behind more output than is kept.
    const before = this.output.slice(0, LONGEST_OUTPUT - this.words.gone.length - 2);
    this.output = `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${this.words.gone}\n`;
    this.settle('FAILED', this.millis());
  }

  private millis() {
    return Math.min(RUNS_AT_MOST - 1, Math.round(performance.now() - this.began));
  }

  private settle(outcome: RunOutcome, millis: number) {
    const output = this.output.slice(0, LONGEST_OUTPUT).replace(/\p{Surrogate}/gu, '\ufffd');
    this.end({ outcome, output, truncated: this.output.length > LONGEST_OUTPUT, millis });
    this.close(null);
  }

  private close(reason: Error | null) {
    this.state = 'over';
    clearTimeout(this.limit);
    clearInterval(this.pulse);
    this.channel.port1.close();
    this.frameChannel.port1.close();
    this.frame.remove();
    if (reason) this.fail(reason);
  }
}
