import { useSyncExternalStore } from 'react';

/** What the view at hand can do: named, with its keys, and in words why not when it cannot be done now. */
export type Offer = { id: string; label: string; keys: string; run: () => void; whyNot?: string };

const listeners = new Set<() => void>();
let offered: Offer[] = [];

/** The palette shows these before its places; a view takes them back when it goes. */
export function offerActions(next: Offer[]) {
  offered = next;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useOffers = () => useSyncExternalStore(subscribe, () => offered);
