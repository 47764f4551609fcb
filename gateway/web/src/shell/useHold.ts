import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/**
 * Gives what opens now the keyboard before the next key is pressed, and gives it back to whoever had it: `hold` goes on
 * the element that everything is in, whose `data-autofocus` is focused.
 */
export function useHold() {
  const [before] = useState(() => document.activeElement);
  const held = useRef<HTMLElement>(null);
  const hold = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    held.current = element;
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
  }, []);
  const giveBack = useCallback(() => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }, [before]);
  useLayoutEffect(() => () => {
    const at = document.activeElement;
    // Not when somebody has gone elsewhere on purpose.
    if (at === document.body || held.current?.closest('[role="dialog"]')?.contains(at)) giveBack();
  }, [giveBack]);
  return { hold, giveBack };
}
