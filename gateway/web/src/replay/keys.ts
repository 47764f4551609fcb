import { useEffect, useRef } from 'react';

/** What the keyboard does to a replay, once: the bound keys, the help and the palette are made of this. */
export const replayKeys = {
  play: { keys: [' '], shown: 'Space' },
  back: { keys: ['ArrowLeft'], shown: '←' },
  forward: { keys: ['ArrowRight'], shown: '→' },
  previous: { keys: ['PageUp'], shown: 'PgUp' },
  next: { keys: ['PageDown'], shown: 'PgDn' },
  begin: { keys: ['Home'], shown: 'Home' },
  end: { keys: ['End'], shown: 'End' },
  slower: { keys: ['<', ','], shown: '<' },
  faster: { keys: ['>', '.'], shown: '>' },
  skipIdle: { keys: ['i'], shown: 'i' },
} as const;
export type ReplayAction = keyof typeof replayKeys;
export const replayActions = Object.keys(replayKeys) as ReplayAction[];

const scrolling = ['PageUp', 'PageDown', 'Home', 'End'];

/** Keys that a focused control or a pane that scrolls needs for itself stay with it. */
export function useReplayKeys(doings: Record<ReplayAction, () => void>) {
  const latest = useRef(doings);
  latest.current = doings;
  useEffect(() => {
    const pressed = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
      const action = replayActions.find((it) => (replayKeys[it].keys as readonly string[]).includes(e.key));
      const at = e.target instanceof Element ? e.target : null;
      if (!action || !at || at.closest('input:not([type="radio"]), textarea, select, [role="dialog"], [role="menu"]')) return;
      if (e.key === ' ' && at.closest('button, a, summary')) return;
      if (e.key.startsWith('Arrow') && at.closest('[role="radiogroup"], [role="tablist"]')) return;
      if (scrolling.includes(e.key) && at.closest('[data-scrolls], .cm-content')) return;
      e.preventDefault();
      latest.current[action]();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
