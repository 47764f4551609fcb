import { ApiProblem, post, put } from '../../api/http';
import type { QuestionForm, Standing } from '../../api/types';
import { tidy } from './form';
import type { Upon } from './keptWriting';
import type { Beginning } from './useWriting';

export type Save = Upon & { id: string | null; form: QuestionForm; publish: boolean };
export type Saved = { id: string; version: number };

const address = (id: string) => `/api/bank/questions/${encodeURIComponent(id)}`;

/** A new question, a new version, or a draft that an organiser can publish. A draft is taken along by whoever began from it. */
export function save({ id, base, draftBase, fromDraft, form: written, publish }: Save, key: string): Promise<Saved> {
  const form = tidy(written);
  if (id === null) return post<Saved>('/api/bank/questions', form, key);
  return publish ? put<Saved>(address(id), { base, form, ...(fromDraft && { draftBase }) }, key) : put<Saved>(`${address(id)}/draft`, { base, draftBase, form }, key);
}

/** What somebody else saved meanwhile, if that is why it was refused. */
export function savedMeanwhile(error: unknown): Standing | null {
  if (!(error instanceof ApiProblem) || error.code !== 'EDIT_CONFLICT') return null;
  const current = error.fields.current as Standing | undefined;
  return current?.form ? current : null;
}

/** Where to go on from, once both texts have been seen. A draft stands upon the same version as before. */
export const upon = (before: Upon, now: Standing): Beginning => ({
  base: now.what === 'draft' ? before.base : now.version,
  draftBase: now.draftBase,
  fromDraft: before.fromDraft,
  form: now.form,
});

export type Existing = { id: string; title: string };
export const existing = (error: unknown): Existing | null =>
  error instanceof ApiProblem && error.code === 'QUESTION_EXISTS' ? ((error.fields.existing as Existing | undefined) ?? null) : null;

export type FieldFault = { code: string; limit?: number | null };

/** What the service finds wrong with a field, the first of each. */
export function fieldFault(error: unknown, field: keyof QuestionForm): FieldFault | null {
  if (!(error instanceof ApiProblem) || !Array.isArray(error.fields.problems)) return null;
  const problems = error.fields.problems as (FieldFault & { field: string })[];
  return problems.find((it) => it.field.split(/[[.]/)[0] === field) ?? null;
}
