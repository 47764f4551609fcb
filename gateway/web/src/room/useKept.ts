import { useState } from 'react';

const PLACE = 'mockingbird.desk';

function read<T>(key: string, otherwise: T): T {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? otherwise : (JSON.parse(kept) as T);
  } catch {
    return otherwise;
  }
}

/** State of a desk that a reload of this tab brings back: which part is open, what is half written. */
export function useKept<T>(name: string, otherwise: T): [T, (value: T) => void] {
  const key = `${PLACE}.${name}`;
  const [state, setState] = useState({ key, value: read(key, otherwise) });
  // Another name is another state, at once and not after an effect.
  const value = state.key === key ? state.value : read(key, otherwise);
  const keep = (next: T) => {
    setState({ key, value: next });
    try {
      if (next === otherwise) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Without the browser's store it is kept as long as the page is.
    }
  };
  return [value, keep];
}
