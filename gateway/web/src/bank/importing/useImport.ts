import { useCallback, useEffect, useRef, useState } from 'react';
import type { Language } from '../../room/wire';
import { fresh, type Choices } from './choices';
import type { NamedFile } from './intake';
import { keepChoices, keepUpload, keptFor, throwAway, type KeptImport } from './keptImport';
import { begin, redo, step, undo, type History } from './undo';

/** The import at hand: what was handed in and every choice about it, kept in this browser at each step. */
export function useImport(person: string) {
  const [open, setOpen] = useState<KeptImport | null | 'loading'>('loading');
  const [durable, setDurable] = useState(true);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    let gone = false;
    keptFor(person).then(
      (kept) => { if (!gone) setOpen(kept ?? null); },
      () => { if (!gone) { setDurable(false); setOpen(null); } },
    );
    return () => { gone = true; };
  }, [person]);

  const put = useCallback((next: KeptImport, keep: typeof keepUpload) => {
    latest.current = next;
    setOpen(next);
    keep(next).then(() => setDurable(true), () => setDurable(false));
  }, []);
  const turn = useCallback((to: (history: History<Choices>) => History<Choices>) => {
    const now = latest.current;
    if (now === null || now === 'loading') return;
    const choices = to(now.choices);
    if (choices !== now.choices) put({ ...now, choices }, keepChoices);
  }, [put]);
  return {
    open,
    durable,
    start: (files: NamedFile[], source: string, language: Language) => put({ person, upload: crypto.randomUUID(), files, choices: begin(fresh(source, language)) }, keepUpload),
    choose: useCallback((to: (choices: Choices) => Choices) => turn((history) => {
      const next = to(history.now);
      return next === history.now ? history : step(history, next);
    }), [turn]),
    undo: useCallback(() => turn(undo), [turn]),
    redo: useCallback(() => turn(redo), [turn]),
    discard: useCallback(() => {
      const now = latest.current;
      latest.current = null;
      setOpen(null);
      if (now !== null && now !== 'loading') throwAway(now.upload).catch(() => setDurable(false));
    }, []),
  };
}
export type Choose = ReturnType<typeof useImport>['choose'];
