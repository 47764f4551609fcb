import type { Interpreter } from './words';

const FILES: Record<keyof Interpreter, string> = {
  loader: 'pyodide.mjs',
  module: 'pyodide.asm.mjs',
  wasm: 'pyodide.asm.wasm',
  library: 'python_stdlib.zip',
  lock: 'pyodide-lock.json',
};

let kept: Promise<Interpreter> | null = null;
let read = 0;

/** Python's files, fetched once and then kept by the page, and by the browser for the pages after it. */
export function interpreter(loading: (share: number) => void): Promise<Interpreter> {
  kept ??= fetchAll((bytes) => loading(Math.min(1, (read += bytes) / __PYODIDE__.bytes))).catch((error: unknown) => {
    [kept, read] = [null, 0];
    throw error;
  });
  return kept.then((files) => (loading(1), files));
}

async function fetchAll(arrived: (bytes: number) => void): Promise<Interpreter> {
  const pairs = Object.entries(FILES).map(async ([name, file]) => [name, await fetchOne(file, arrived)] as const);
  return Object.fromEntries(await Promise.all(pairs)) as Interpreter;
}

async function fetchOne(file: string, arrived: (bytes: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(`${__PYODIDE__.path}${file}`);
  if (!response.ok || !response.body) throw new Error(`${file}: ${response.status}`);
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      arrived(bytes.length);
      controller.enqueue(bytes);
    },
  });
  return new Response(response.body.pipeThrough(counting)).arrayBuffer();
}
