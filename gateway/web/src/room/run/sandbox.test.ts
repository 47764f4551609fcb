// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotBegun, NotLoaded, Sandbox } from './sandbox';
import { LONGEST_OUTPUT, type Told } from './words';

/** The worker inside, as the page hears it. */
let inside: MessagePort;
let begun: Promise<{ code: string }>;
let frameLives: boolean;

const open = async () => {
  const sandbox = new Sandbox('javascript', { noInput: 'no input', gone: 'gone' });
  const frame = document.querySelector('iframe')!;
  const prepared = new Promise<void>((resolve) => {
    const contentWindow = {
      postMessage(_: unknown, __: string, [worker, page]: MessagePort[]) {
        inside = worker!;
        page!.onmessage = () => frameLives && page!.postMessage('alive');
        resolve();
      },
    };
    Object.defineProperty(frame, 'contentWindow', { value: contentWindow });
  });
  frame.dispatchEvent(new Event('load'));
  await prepared;
  begun = new Promise((resolve) => (inside.onmessage = ({ data }) => resolve(data)));
  return { sandbox, frame };
};
const tells = (...all: Told[]) => all.forEach((told) => inside.postMessage(told));
/** As time does it: the frame can answer in between. */
const pass = async (ms: number) => {
  for (let rest = ms; rest > 0; rest -= 500) {
    vi.advanceTimersByTime(Math.min(rest, 500));
    for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done));
  }
};
const watch = () => ({ loading: vi.fn(), began: vi.fn(), output: vi.fn() });

beforeEach(() => {
  frameLives = true;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test('a program begins when its place is ready, and what it says comes back', async () => {
  const { sandbox, frame } = await open();
  const seen = watch();
  const ran = sandbox.run('1 + 1', seen);
  tells({ type: 'ready' });
  expect(await begun).toEqual({ code: '1 + 1' });
  tells({ type: 'output', text: 'one\n' }, { type: 'output', text: 'two\n' }, { type: 'ended', failed: true, millis: 7 });
  expect(await ran).toEqual({ outcome: 'FAILED', output: 'one\ntwo\n', truncated: false, millis: 7 });
  expect(seen.output).toHaveBeenLastCalledWith('one\ntwo\n');
  expect(frame.isConnected).toBe(false);
});

test('more output than is kept is cut, and said to be', async () => {
  const { sandbox } = await open();
  const ran = sandbox.run('', watch());
  tells({ type: 'ready' }, { type: 'output', text: 'x'.repeat(LONGEST_OUTPUT - 1) + '😀' }, { type: 'ended', failed: false, millis: 1 });
  const { output, truncated } = await ran;
  expect([output.length, output.at(-1), truncated]).toEqual([LONGEST_OUTPUT, '\ufffd', true]);
});

test('ten seconds after it began a program is ended with its place', async () => {
  const { sandbox, frame } = await open();
  const seen = watch();
  const ran = sandbox.run('for (;;);', seen);
  tells({ type: 'ready' }, { type: 'output', text: 'before' });
  while (seen.output.mock.calls.length === 0) await new Promise((turn) => setImmediate(turn));
  await pass(9_999);
  expect(frame.isConnected).toBe(true);
  vi.advanceTimersByTime(1);
  expect(await ran).toEqual({ outcome: 'STOPPED', output: 'before', truncated: false, millis: 10_000 });
  expect(frame.isConnected).toBe(false);
});

test('a frame that dies with its program is noticed long before the limit', async () => {
  const { sandbox } = await open();
  const seen = watch();
  const ran = sandbox.run('for (;;) all.push(all);', seen);
  tells({ type: 'ready' }, { type: 'output', text: 'before' });
  while (seen.output.mock.calls.length === 0) await new Promise((turn) => setImmediate(turn));
  await pass(5_000);
  frameLives = false;
  await pass(2_500);
  expect(await ran).toEqual({ outcome: 'FAILED', output: 'before\ngone\n', truncated: false, millis: 7_500 });
});

test('what was stopped before it began, or never loaded, has not run', async () => {
  const stopped = await open();
  const one = stopped.sandbox.run('', watch());
  stopped.sandbox.stop();
  await expect(one).rejects.toBeInstanceOf(NotBegun);
  document.body.replaceChildren();

  const silent = await open();
  const other = silent.sandbox.run('', watch());
  vi.advanceTimersByTime(90_000);
  await expect(other).rejects.toBeInstanceOf(NotLoaded);
  expect(silent.sandbox.usable).toBe(false);
});

test('a program that speaks before it was begun is not listened to', async () => {
  const { sandbox } = await open();
  const seen = watch();
  const ran = sandbox.run('', seen);
  tells({ type: 'output', text: 'too early' }, { type: 'ended', failed: false, millis: 0 }, { type: 'ready' });
  await begun;
  tells({ type: 'ended', failed: false, millis: -5 });
  expect(await ran).toEqual({ outcome: 'FINISHED', output: '', truncated: false, millis: 0 });
});
