// Inside the sandbox's worker: runs one program and tells of it over a port that the program cannot reach.
import type { Begin, Prepare, Told } from '../words';
import { trace } from './inspect';
import { runJavaScript } from './javascript';
import { loadPython } from './python';

addEventListener('message', ({ data, ports }: MessageEvent<Prepare>) => void prepare(data, ports[0]!), { once: true });

async function prepare({ noInput, longestOutput, python }: Prepare, port: MessagePort) {
  // Taken now: the program may put something of its own into the prototype's place.
  const tell = MessagePort.prototype.postMessage.bind(port) as (told: Told) => void;
  for (let scope: unknown = self; scope; scope = Object.getPrototypeOf(scope)) delete (scope as { postMessage?: unknown }).postMessage;
  const clock = performance.now.bind(performance);
  const soon = self.setTimeout.bind(self);
  const run = python ? await loadPython(python) : runJavaScript;
  port.onmessage = ({ data: { code } }: MessageEvent<Begin>) => {
    port.onmessage = null;
    const began = clock();
    // One more than is kept tells that there was more.
    let [left, over] = [longestOutput + 1, false];
    const output = (text: string) => {
      if (left <= 0 || over || text === '') return;
      tell({ type: 'output', text: text.slice(0, left) });
      left -= text.length;
    };
    const ended = (failed: boolean) => {
      if (over) return;
      over = true;
      tell({ type: 'ended', failed, millis: Math.round(clock() - began) });
    };
    // A worker that really closes itself tells nobody; here it is over when it is through with what it does now.
    self.close = () => void soon(() => ended(false));
    tell({ type: 'began' });
    run(code, noInput, { output, ended }).catch((error: unknown) => {
      output(`${trace(error)}\n`);
      ended(true);
    });
  };
  tell({ type: 'ready' });
}
