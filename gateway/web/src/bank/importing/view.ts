import { isConflict, isIncluded, stillMissing, wholeOf, type Choices } from './choices';
import type { Preview, PreviewFile, PreviewItem, PreviewWarning, Role, SourceMark } from './wire';

/** Which items are listed. */
export const filters = ['all', 'new', 'changed', 'conflicts', 'warnings', 'left'] as const;
export type Filter = (typeof filters)[number];

/** `conflict`: the bank and the file differ, also when somebody has said already which of them counts. */
export type Listed = { item: PreviewItem; included: boolean; conflict: boolean; warnings: PreviewWarning[] };

/** The items with what the person has said about them, and the warnings that stand on their lines. */
export function listed(preview: Preview, choices: Choices): Listed[] {
  const marks = new Map(preview.files.map((file) => [file.name, file.marks]));
  const warned = new Map<string, PreviewWarning[]>();
  for (const warning of preview.warnings) {
    const key = markAt(marks.get(warning.file) ?? [], warning.line)?.item;
    if (key) warned.set(key, [...(warned.get(key) ?? []), warning]);
  }
  return preview.items.map((item) => ({ item, included: isIncluded(item, choices), conflict: isConflict(item, choices), warnings: warned.get(item.key) ?? warned.get(wholeOf(item.key)) ?? [] }));
}

/** Where a person stands who stood at this item: at its first part since it was split, at the whole since its parts were put together. */
export function standing(key: string | null, items: Listed[]): string | null {
  if (key === null) return null;
  return [key, `${key}.1`, wholeOf(key)].find((it) => items.some(({ item }) => item.key === it)) ?? key;
}

const belongs: Record<Filter, (it: Listed) => boolean> = {
  all: () => true,
  new: ({ item, included }) => item.outcome === 'added' && included,
  changed: ({ item, included }) => (item.outcome === 'changed' || item.outcome === 'proposed') && included,
  conflicts: ({ item, conflict }) => conflict || item.outcome === 'proposed',
  warnings: ({ warnings }) => warnings.length > 0,
  left: ({ item, included }) => !included || item.outcome === 'left' || item.outcome === 'too-long',
};
export const sifted = (all: Listed[], filter: Filter) => all.filter(belongs[filter]);

/** Marks cover every line once, in order. */
export function markAt(marks: SourceMark[], line: number): SourceMark | undefined {
  let low = 0;
  let high = marks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const mark = marks[middle]!;
    if (line < mark.from) high = middle - 1;
    else if (line > mark.to) low = middle + 1;
    else return mark;
  }
  return undefined;
}

export type SourceLine = { number: number; text: string; mark?: SourceMark; first: boolean; warnings: PreviewWarning[] };

export function sourceLines(file: PreviewFile, warnings: PreviewWarning[]): SourceLine[] {
  const byLine = new Map<number, PreviewWarning[]>();
  for (const warning of warnings) if (warning.file === file.name) byLine.set(warning.line, [...(byLine.get(warning.line) ?? []), warning]);
  let at = 0;
  return file.lines.map((text, i) => {
    const number = i + 1;
    while (at < file.marks.length && file.marks[at]!.to < number) at++;
    const mark = file.marks[at];
    const covers = mark !== undefined && mark.from <= number;
    return { number, text, mark: covers ? mark : undefined, first: covers && mark.from === number, warnings: byLine.get(number) ?? [] };
  });
}

/** How many lines became what, for the key beside the colours. */
export function linesByRole(file: PreviewFile): Partial<Record<Role, number>> {
  const counts: Partial<Record<Role, number>> = {};
  for (const { role, from, to } of file.marks) counts[role] = (counts[role] ?? 0) + to - from + 1;
  return counts;
}

/** What applying writes. */
export function toWrite(all: Listed[], choices: Choices, missing: Preview['missing']) {
  const taken = all.filter(({ item, included }) => included && item.kind === 'question');
  return {
    added: taken.filter(({ item }) => item.outcome === 'added').length,
    changed: taken.filter(({ item }) => item.outcome === 'changed' || item.outcome === 'proposed').length,
    retired: stillMissing(choices, missing).retire.length,
    requirements: choices.profile ? all.filter(({ item, included }) => included && item.kind === 'requirement').length : 0,
  };
}
