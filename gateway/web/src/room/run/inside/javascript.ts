import { speak } from './console';
import { trace } from './inspect';

type Report = { output(text: string): void; ended(failed: boolean): void };

/** Runs a script as Node would: it has ended when it is through, nothing is due any more, or nobody caught its error. */
export async function runJavaScript(code: string, noInput: string, { output, ended }: Report) {
  const due = pendingTimers();
  const fail = (what: string) => {
    output(`${what}\n`);
    ended(true);
  };
  speak(output);
  self.prompt = self.confirm = self.alert = () => {
    throw new Error(noInput);
  };
  addEventListener('error', (event) => {
    event.preventDefault();
    // Without an error it was null or undefined that was thrown, which the message says in full.
    fail(event.error == null ? event.message : trace(event.error));
  });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    fail(trace(event.reason));
  });
  const whole = new Blob([code, '\n//# sourceURL=main.js'], { type: 'text/javascript' });
  const address = URL.createObjectURL(whole);
  try {
    (self as unknown as { importScripts(url: string): void }).importScripts(address);
  } catch (error) {
    // One that the code itself met, in `JSON.parse` for example, has passed through its lines.
    if (!(error instanceof SyntaxError) || trace(error).includes('main.js:')) return fail(trace(error));
    if (!/\b(await|import|export|module)\b/.test(error.message.replace('importScripts', ''))) return fail(await located(address, error));
    try {
      // `await` at the top, `import`, `export`: a module.
      await import(/* @vite-ignore */ address);
    } catch (asModule) {
      return fail(trace(asModule));
    }
  }
  due.whenNone(() => ended(false));
}

/** Where a script is not JavaScript: only a worker's error tells the line. It never runs, for it cannot be read. */
function located(address: string, { message }: SyntaxError): Promise<string> {
  return new Promise((resolve) => {
    new Worker(address).onerror = (event) => {
      event.preventDefault();
      resolve(`SyntaxError: ${message.replace(/^.*?: /, '')}\n    at main.js:${event.lineno}:${event.colno}`);
    };
  });
}

/** Counts the timers that are still to come. */
function pendingTimers() {
  const due = new Set<number>();
  let done = () => {};
  const real = { setTimeout: self.setTimeout.bind(self), clearTimeout: self.clearTimeout.bind(self), setInterval: self.setInterval.bind(self) };
  // Some turns later: by then what was promised is settled, and what nobody caught has been told.
  const look = (turns = 4) => void real.setTimeout(() => (turns > 0 ? look(turns - 1) : due.size === 0 && done()), 0);
  const once = (task: TimerHandler, ms?: number, ...more: unknown[]) => {
    const id = real.setTimeout(() => {
      due.delete(id);
      look();
      if (typeof task === 'function') (task as (...all: unknown[]) => void)(...more);
    }, ms);
    due.add(id);
    return id;
  };
  const again = (task: TimerHandler, ms?: number, ...more: unknown[]) => {
    const id = real.setInterval(task as () => void, ms, ...more);
    due.add(id);
    return id;
  };
  const clear = (id?: number) => {
    real.clearTimeout(id);
    due.delete(id ?? 0);
    look();
  };
  const drawn = (task: FrameRequestCallback) => once(() => task(performance.now()), 16);
  Object.assign(self, { setTimeout: once, requestAnimationFrame: drawn, setInterval: again, clearTimeout: clear, clearInterval: clear, cancelAnimationFrame: clear });
  return {
    whenNone(then: () => void) {
      done = then;
      look();
    },
  };
}
