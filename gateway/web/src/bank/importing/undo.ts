/** A value with the way that led to it; neither grows without end. */
export type History<T> = { past: T[]; now: T; future: T[] };

const LONGEST = 200;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });

export const step = <T>({ past, now }: History<T>, next: T): History<T> => ({ past: [...past, now].slice(-LONGEST), now: next, future: [] });

export function undo<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  return past.length === 0 ? history : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.now], now: next, future };
}
