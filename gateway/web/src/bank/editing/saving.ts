import { post, put } from '../../api/http';
import { ApiProblem } from '../../api/http';
import type { QuestionForm, QuestionVersion } from '../../api/types';
import { tidy } from './form';

export type Save = { id: string | null; base: number; draftBase: number | null; form: QuestionForm; publish: boolean };
export type Saved = { id: string; version: number };

const address = (id: string) => `/api/bank/questions/${encodeURIComponent(id)}`;

/** A new question, a new version, or a draft that an organiser can publish. */
export async function save({ id, base, draftBase, form: written, publish }: Save, key: string): Promise<Saved> {
  const form = tidy(written);
  if (id === null) return post<Saved>('/api/bank/questions', form, key);
  const answer = publish ? await put<Partial<Saved>>(address(id), { base, draftBase, form }, key) : await put<Partial<Saved>>(`${address(id)}/draft`, { base, draftBase: draftBase ?? 0, form }, key);
  return { version: base, ...answer, id };
}

/** What somebody else saved meanwhile, if that is why it was refused. */
export function savedMeanwhile(error: unknown): (QuestionVersion & { draftBase?: number }) | null {
  if (!(error instanceof ApiProblem) || error.code !== 'EDIT_CONFLICT') return null;
  const current = error.fields.current as (QuestionVersion & { draftBase?: number }) | undefined;
  return current?.form ? current : null;
}
