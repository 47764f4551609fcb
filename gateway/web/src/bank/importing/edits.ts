import type { Edit, PreviewItem } from './wire';

export type Editable = Required<Edit>;

export const editableOf = (item: PreviewItem): Editable => ({
  title: item.title,
  body: item.body,
  reference: item.reference,
  keyPoints: item.keyPoints,
  hints: item.hints,
  topic: item.topics[0] ?? '',
  tags: item.tags,
  difficulty: item.difficulty,
  minutes: item.minutes,
});

/** Only what was changed: the rest goes on following the file. */
export function editOf(began: Editable, form: Editable): Edit {
  const tidy: Editable = {
    ...form,
    title: form.title.trim(),
    topic: form.topic.trim(),
    keyPoints: form.keyPoints.map((it) => ({ ...it, text: it.text.trim() })).filter((it) => it.text),
    hints: form.hints.map((it) => it.trim()).filter(Boolean),
  };
  const names = Object.keys(tidy) as (keyof Editable)[];
  return Object.fromEntries(names.filter((name) => JSON.stringify(tidy[name]) !== JSON.stringify(began[name])).map((name) => [name, tidy[name]])) as Edit;
}
