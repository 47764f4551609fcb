/** What the page and the worker inside the sandbox say to each other, over a port that the code which is run never gets hold of. */
export type RunLanguage = 'python' | 'javascript';

/** Python's files: a document without an origin caches nothing, so that the page brings them along. */
export type Interpreter = Record<'loader' | 'module' | 'wasm' | 'library' | 'lock', ArrayBuffer>;

/** To the frame, with the port for the worker and the one for itself. */
export type Prepare = { noInput: string; longestOutput: number; python: Interpreter | null };
/** To the frame, and from it: whether it still lives, and that its worker did not come to life. */
export type FrameAsked = 'alive?';
export type FrameTold = 'alive' | 'broken';
/** To the worker: begin. */
export type Begin = { code: string };
/** From the worker. Nothing of it is believed beyond its form: the code could pretend. */
export type Told =
  | { type: 'ready' }
  | { type: 'began' }
  | { type: 'output'; text: string }
  | { type: 'ended'; failed: boolean; millis: number };

/** Characters of output that are kept and shared. */
export const LONGEST_OUTPUT = 16_000;
