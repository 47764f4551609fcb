import type { QuestionForm } from '../../api/types';

/**
 * What stood when somebody began: the version and what it said, how often the draft had changed, the version that it was
 * written upon, and whether they began from the draft.
 */
export type Upon = { base: number; stood: QuestionForm; draftBase: number; draftOn: number | null; fromDraft: boolean };

/** What somebody has written and not saved, with what they began from; kept until it is saved or discarded. */
export type Writing = Upon & { began: QuestionForm; form: QuestionForm; at: number };

const name = (person: string, id: string) => `mockingbird.writing.${person}.${id}`;

export function keptWriting(person: string, id: string): Writing | null {
  try {
    return JSON.parse(localStorage.getItem(name(person, id)) ?? 'null') as Writing | null;
  } catch {
    return null;
  }
}

/** False when this browser keeps nothing. */
export function keepWriting(person: string, id: string, writing: Writing | null): boolean {
  try {
    if (writing) localStorage.setItem(name(person, id), JSON.stringify(writing));
    else localStorage.removeItem(name(person, id));
    return true;
  } catch {
    return false;
  }
}
