import type { BankQuestion, QuestionForm } from '../../api/types';
import type { Language } from '../../room/wire';

export const blank = (language: Language): QuestionForm => ({
  title: '', body: '', language, topic: '', furtherTopics: [], difficulty: 'medium', minutes: 5, tags: [],
  reference: '', keyPoints: [], rubric: [], hints: [], followUps: [], sources: [], translation: null,
});

/** The published question as a form. */
export const formOf = (q: BankQuestion): QuestionForm => ({
  title: q.title,
  body: q.body,
  language: q.language,
  topic: q.topic,
  furtherTopics: q.filing?.furtherTopics ?? [],
  difficulty: q.difficulty,
  minutes: q.minutes,
  tags: q.tags,
  reference: q.staff?.reference ?? '',
  keyPoints: q.staff?.keyPoints ?? [],
  rubric: q.staff?.rubric ?? [],
  hints: q.staff?.hints ?? [],
  followUps: q.staff?.followUps ?? [],
  sources: q.staff?.sources ?? [],
  translation: q.translation?.id ?? null,
});

/** Rows that were opened and never written in are no rows. */
export const tidy = (form: QuestionForm): QuestionForm => ({
  ...form,
  title: form.title.trim(),
  topic: form.topic.trim(),
  furtherTopics: written(form.furtherTopics),
  tags: written(form.tags),
  keyPoints: form.keyPoints.map((it) => ({ ...it, text: it.text.trim() })).filter((it) => it.text),
  rubric: written(form.rubric),
  hints: written(form.hints),
  followUps: written(form.followUps),
  sources: written(form.sources),
});
const written = (lines: string[]) => lines.map((it) => it.trim()).filter(Boolean);

export const LONGEST_TITLE = 2000;
export const MOST_ROWS = 30;
export const HEAVIEST = 3;
/** Characters of all texts together. */
export const LONGEST = 64 * 1024;

export type Fault = { field: keyof QuestionForm; key: string; count: number };

/** What the service would refuse, before it is asked. */
export function faultOf(form: QuestionForm): Fault | null {
  const it = tidy(form);
  if (!it.title) return { field: 'title', key: 'write.titleNeeded', count: 0 };
  if (it.title.length > LONGEST_TITLE) return { field: 'title', key: 'write.titleTooLong', count: it.title.length };
  for (const field of ['keyPoints', 'rubric', 'hints', 'followUps', 'sources', 'tags', 'furtherTopics'] as const) {
    if (it[field].length > MOST_ROWS) return { field, key: 'write.tooMany', count: MOST_ROWS };
  }
  const long = fields.reduce((sum, field) => sum + textOf(it, field).length, 0);
  return long > LONGEST ? { field: 'reference', key: 'write.tooLong', count: long } : null;
}

export const fields = Object.keys(blank('en')) as (keyof QuestionForm)[];

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
export const isSame = (one: QuestionForm, other: QuestionForm) => fields.every((field) => equal(one[field], other[field]));
export const changedFields = (before: QuestionForm, after: QuestionForm) => fields.filter((field) => !equal(before[field], after[field]));

/** A field as text, for people to compare; lists have a line for each row. */
export function textOf(form: QuestionForm, field: keyof QuestionForm): string {
  if (field === 'keyPoints') return form.keyPoints.map((it) => (it.weight > 1 ? `${it.text} ×${it.weight}` : it.text)).join('\n');
  const value = form[field];
  return Array.isArray(value) ? value.join('\n') : String(value ?? '');
}

export type Side = 'mine' | 'theirs';
export type Clash = { field: keyof QuestionForm; side: Side; both: boolean };

/** Where my text and what was saved meanwhile differ. Who alone changed a field has it; where both did, mine is shown first. */
export const clashes = (base: QuestionForm, mine: QuestionForm, theirs: QuestionForm): Clash[] =>
  changedFields(theirs, mine).map((field) => {
    const iChanged = !equal(base[field], mine[field]);
    const theyChanged = !equal(base[field], theirs[field]);
    return { field, side: iChanged ? 'mine' : 'theirs', both: iChanged && theyChanged };
  });

export function settled(mine: QuestionForm, theirs: QuestionForm, sides: Partial<Record<keyof QuestionForm, Side>>, byHand: Partial<QuestionForm>): QuestionForm {
  const taken = fields.map((field) => [field, field in byHand ? byHand[field] : sides[field] === 'theirs' ? theirs[field] : mine[field]]);
  return Object.fromEntries(taken) as QuestionForm;
}
