import { useSyncExternalStore } from 'react';

/** Questions picked for the next interview, in order; kept while the browser is. */
export type Picked = { id: string; title: string; topic: string; minutes: number; language: string };

const KEY = 'mockingbird.tray';
const listeners = new Set<() => void>();
let picked: Picked[] = read();

function read(): Picked[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Picked[];
  } catch {
    return [];
  }
}

export function setTray(next: Picked[]) {
  picked = next;
  localStorage.setItem(KEY, JSON.stringify(next));
  listeners.forEach((listener) => listener());
}

export function togglePicked(question: Picked) {
  const { id, title, topic, minutes, language } = question;
  setTray(picked.some((p) => p.id === id) ? picked.filter((p) => p.id !== id) : [...picked, { id, title, topic, minutes, language }]);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useTray = () => useSyncExternalStore(subscribe, () => picked);
