import { ApiProblem, post, put, remove } from '../../api/http';
import type { BankQuestion, PastVersion, QuestionForm, Standing } from '../../api/types';
import type { Language } from '../../room/wire';
import { blank, formOf, tidy } from './form';
import type { Upon, Writing } from './keptWriting';
import type { Beginning } from './useWriting';

export type Save = Omit<Upon, 'stood'> & { id: string | null; form: QuestionForm; publish: boolean };
export type Saved = { id: string; version: number; draftBase: number };

const address = (id: string) => `/api/bank/questions/${encodeURIComponent(id)}`;

/** A new question, a new version, or a draft that an organiser can publish. A draft is taken along by whoever began from it. */
export function save({ id, base, draftBase, draftOn, fromDraft, form: written, publish }: Save, key: string): Promise<Saved> {
  const form = tidy(written);
  if (id === null) return post<Saved>('/api/bank/questions', form, key);
  return publish ? put<Saved>(address(id), { base, form, ...(fromDraft && { draftBase, draftOn }) }, key) : put<Saved>(`${address(id)}/draft`, { base, draftBase, draftOn, form }, key);
}

/** Discards the draft that was seen, and no other one. */
export const discardDraft = ({ id, draftBase }: { id: string; draftBase: number }, key: string) => remove(`${address(id)}/draft?draftBase=${draftBase}`, key);

type Seen = Pick<BankQuestion, 'version' | 'draft' | 'draftOn' | 'draftBase'>;

/** The draft says what an earlier version said: more has been published since. */
export const isBehind = ({ version, draft, draftOn }: Seen) => Boolean(draft) && (draftOn ?? version) < version;

/** What the draft was written upon; a question that was not published yet said nothing. */
export const saidAt = (version: number, versions: PastVersion[], language: Language): QuestionForm =>
  versions.find((it) => it.version === version && (it.kind === 'published' || it.kind === 'restored'))?.form ?? blank(language);

/** Where to begin: with the draft, upon the version that it was written upon, or with what is published. */
export function beginning(q: BankQuestion, versions: PastVersion[]): Beginning {
  const now = formOf(q);
  const [draft, on] = [q.draft ?? null, q.draftOn ?? null];
  const base = draft && isBehind(q) ? on! : q.version;
  return { base, stood: base === q.version ? now : saidAt(base, versions, q.language), draftBase: q.draftBase ?? 0, draftOn: on, fromDraft: draft !== null, form: draft ?? now };
}

/** What has been published since the version that somebody writes upon. */
export function publishedSince(base: number, q: BankQuestion, versions: PastVersion[]): Standing | null {
  const last = versions.find((it) => it.version === q.version && it.form);
  return base < q.version && last ? { what: 'question', version: q.version, draftBase: q.draftBase ?? null, by: last.by, at: last.at, form: formOf(q) } : null;
}

/** What somebody else saved meanwhile, if that is why it was refused. */
export function savedMeanwhile(error: unknown): Standing | null {
  if (!(error instanceof ApiProblem) || error.code !== 'EDIT_CONFLICT') return null;
  const current = error.fields.current as Standing | undefined;
  return current?.form ? current : null;
}

/**
 * Where to go on from, once both texts have been seen. What was not looked at stays as it was: after another version comes
 * the draft, if that changed too.
 */
export const upon = (before: Writing, now: Standing): Beginning =>
  now.what === 'draft'
    ? { base: before.base, stood: before.stood, draftBase: now.draftBase ?? before.draftBase, draftOn: now.version, fromDraft: true, form: now.form }
    : { base: now.version, stood: now.form, draftBase: now.draftBase ?? before.draftBase, draftOn: before.draftOn, fromDraft: before.fromDraft, form: before.fromDraft ? before.began : now.form };

/** What was saved is what is written upon from here on. */
export const after = (before: Writing, { version, draftBase }: Saved, publish: boolean): Beginning =>
  publish
    ? { base: version, stood: before.form, draftBase, draftOn: before.fromDraft ? null : before.draftOn, fromDraft: false, form: before.form }
    : { base: before.base, stood: before.stood, draftBase, draftOn: before.base, fromDraft: true, form: before.form };

/** What both began from: the version, or of two drafts the one that was seen. */
export const ancestor = (mine: Writing, theirs: Standing): QuestionForm => (theirs.what === 'draft' ? mine.began : mine.stood);

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
