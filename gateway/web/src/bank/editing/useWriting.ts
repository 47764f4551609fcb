import { useState } from 'react';
import type { QuestionForm } from '../../api/types';
import { isSame } from './form';
import { keepWriting, keptWriting, type Upon, type Writing } from './keptWriting';

export type Beginning = Upon & { form: QuestionForm };

/** What is being written; every change is kept in this browser until it is saved or discarded. */
export function useWriting(person: string, id: string, from: Beginning) {
  const [kept] = useState(() => keptWriting(person, id));
  const [writing, setWriting] = useState<Writing>(() => kept ?? { ...from, began: from.form, at: 0 });
  const [durable, setDurable] = useState(true);
  const dirty = !isSame(writing.form, writing.began);
  const put = (next: Writing) => {
    setWriting(next);
    setDurable(keepWriting(person, id, isSame(next.form, next.began) ? null : next));
  };
  return {
    ...writing,
    dirty,
    durable,
    /** It was found in this browser, from an earlier visit. */
    found: kept !== null && dirty,
    change: (change: Partial<QuestionForm>) => put({ ...writing, form: { ...writing.form, ...change }, at: Date.now() }),
    /** Somebody else saved meanwhile: what is written from here on is written upon theirs. */
    rebase: (upon: Beginning, form: QuestionForm) => put({ ...upon, began: upon.form, form, at: Date.now() }),
    restart: () => put({ ...from, began: from.form, at: 0 }),
    saved: (upon: Beginning) => put({ ...upon, began: upon.form, at: 0 }),
  };
}
