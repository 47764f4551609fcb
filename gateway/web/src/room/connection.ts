import { isFinal, type ClientMessage, type Command, type Hello, type Numbered, type ServerMessage, type Signal } from './wire';

export type Socket = {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
};

/** Everything the connection takes from outside, so that tests hold the clock and the dice. */
export type Surroundings = {
  open(): Socket;
  later(task: () => void, ms: number): () => void;
  random(): number;
};

export type Link = 'connecting' | 'online' | 'offline' | 'closed';
export type LinkState = { link: Link; waiting: number; attempt: number; closeCode?: number };

export type Listener = {
  hello(): Omit<Hello, 'type'>;
  /** Makes the outbox durable; a command leaves the page only after that. */
  persist(): Promise<void>;
  message(message: ServerMessage): void;
  settled(command: Numbered, refusal: { code: string; message: string } | null): void;
  changed(state: LinkState): void;
};

/** As in WebSocket: from here on nothing leaves any more. */
const CLOSING = 2;
const PING_EVERY = 20_000;
const ANSWER_WITHIN = 5_000;
const BACK_OFF_FROM = 400;
const BACK_OFF_TO = 2_000;

/**
 * Keeps one room's socket alive and every command safe until it is answered.
 *
 * Commands get their number when they are given and keep it for ever; the ones without an answer are sent again, in
 * order and with their first content, as soon as the service has greeted a new socket. The service lets each number
 * take effect once, so that a repeat is harmless.
 */
export class RoomConnection {
  private socket: Socket | null = null;
  private greeted = false;
  private stopped = false;
  private attempt = 0;
  private link: Link = 'connecting';
  private closeCode: number | undefined;
  private sentUpTo = 0;
  private persisted: Promise<void> = Promise.resolve();
  private cancelRetry = () => {};
  private cancelPing = () => {};
  private cancelSilence: (() => void) | null = null;
  /** A command went without its answer for too long; only an answer ends that, not a new greeting. */
  private overdue = false;

  constructor(
    private readonly around: Surroundings,
    private readonly listener: Listener,
    private readonly outbox: Numbered[] = [],
    private nextN = 1,
  ) {}

  start() {
    this.stopped = false;
    this.connect();
  }

  stop() {
    this.stopped = true;
    this.link = 'offline';
    this.cancelRetry();
    this.drop();
  }

  /** Tries at once: the network came back, the person pressed the button or signed in again. */
  reconnect() {
    if (this.link === 'online') return;
    this.stopped = false;
    this.attempt = 0;
    this.cancelRetry();
    this.drop();
    this.connect();
  }

  state(): LinkState {
    return { link: this.link, waiting: this.outbox.length, attempt: this.attempt, closeCode: this.closeCode };
  }

  get unanswered(): readonly Numbered[] {
    return this.outbox;
  }

  get next(): number {
    return this.nextN;
  }

  command(command: Command): number {
    const numbered = { ...command, n: this.nextN++ } as Numbered;
    this.outbox.push(numbered);
    this.announce();
    this.persisted = this.persisted.then(() => this.listener.persist()).catch(() => {});
    void this.persisted.then(() => this.deliver(numbered));
    return numbered.n;
  }

  /** A signal is worth sending now or never. */
  signal(signal: Signal) {
    if (this.greeted) this.write(signal);
  }

  private connect() {
    this.set(this.attempt === 0 && this.link !== 'offline' ? 'connecting' : 'offline');
    this.greeted = false;
    this.sentUpTo = 0;
    const socket = this.around.open();
    this.socket = socket;
    socket.onopen = () => {
      if (socket !== this.socket) return;
      this.write({ type: 'hello', ...this.listener.hello() });
      this.expectAnswer();
    };
    socket.onmessage = ({ data }) => socket === this.socket && this.receive(JSON.parse(String(data)) as ServerMessage);
    socket.onclose = ({ code }) => socket === this.socket && this.lost(code);
  }

  private receive(message: ServerMessage) {
    switch (message.type) {
      case 'welcome':
      case 'resumed':
        this.heard();
        this.attempt = 0;
        this.closeCode = undefined;
        this.listener.message(message);
        this.greeted = true;
        this.overdue &&= this.outbox.length > 0;
        this.set(this.overdue ? 'offline' : 'online');
        this.resend();
        this.schedulePing();
        break;
      case 'acknowledged':
        this.answered(message.n, null);
        break;
      case 'refused':
        this.answered(message.n, { code: message.code, message: message.message });
        break;
      case 'pong':
        if (!this.awaits()) this.heard();
        this.listener.message(message);
        break;
      default:
        this.listener.message(message);
    }
  }

  private answered(n: number, refusal: { code: string; message: string } | null) {
    this.heard();
    if (this.overdue) {
      this.overdue = false;
      this.set('online');
    }
    this.settle(n, refusal);
    if (this.awaits()) this.expectAnswer();
  }

  /** What others write is no answer: the room may be lively while this page's own work does not arrive. */
  private awaits() {
    return this.outbox.some((command) => command.n <= this.sentUpTo);
  }

  private settle(n: number, refusal: { code: string; message: string } | null) {
    const at = this.outbox.findIndex((command) => command.n === n);
    if (at < 0) return;
    const [command] = this.outbox.splice(at, 1);
    this.listener.settled(command!, refusal);
    this.announce();
    this.persisted = this.persisted.then(() => this.listener.persist()).catch(() => {});
  }

  private resend() {
    for (const command of this.outbox) this.deliver(command);
  }

  private deliver(command: Numbered) {
    if (!this.greeted || command.n <= this.sentUpTo || !this.outbox.includes(command)) return;
    this.sentUpTo = command.n;
    this.write(command);
    this.expectAnswer();
  }

  /** While the socket closes nothing is sent: the next one gets every command that has no answer. */
  private write(message: ClientMessage) {
    if (this.socket && this.socket.readyState < CLOSING) this.socket.send(JSON.stringify(message));
  }

  private schedulePing() {
    this.cancelPing();
    this.cancelPing = this.around.later(() => {
      this.write({ type: 'ping' });
      this.expectAnswer();
      this.schedulePing();
    }, PING_EVERY);
  }

  private expectAnswer() {
    this.cancelSilence ??= this.around.later(() => {
      this.cancelSilence = null;
      this.overdue = this.awaits();
      this.drop();
      this.lost(1006);
    }, ANSWER_WITHIN);
  }

  private heard() {
    this.cancelSilence?.();
    this.cancelSilence = null;
  }

  private drop() {
    const socket = this.socket;
    this.socket = null;
    this.greeted = false;
    this.cancelPing();
    this.heard();
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close(1000);
    }
  }

  private lost(code: number) {
    this.drop();
    this.closeCode = code;
    if (this.stopped) return;
    if (isFinal(code)) {
      this.set('closed');
      return;
    }
    this.attempt++;
    this.set('offline');
    const ceiling = Math.min(BACK_OFF_TO, BACK_OFF_FROM * 2 ** (this.attempt - 1));
    this.cancelRetry = this.around.later(() => this.connect(), ceiling / 2 + (this.around.random() * ceiling) / 2);
  }

  private set(link: Link) {
    this.link = link;
    this.announce();
  }

  private announce() {
    this.listener.changed(this.state());
  }
}
