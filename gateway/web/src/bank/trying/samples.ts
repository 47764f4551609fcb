import type { Language } from '../../room/wire';
import type { Scorable } from './trial';

export type Sample = { name: 'reference' | 'half' | 'unknown' | 'echo' | 'blank'; answer: string };

const SENTENCE_END = /[.!?](?=\s)|[。！？；;]|\n/gu;

/** As many whole sentences as come nearest to half of a text; nothing of a text that has but one. */
export function firstHalf(text: string): string {
  const whole = text.trim();
  const ends = [...whole.matchAll(SENTENCE_END)].map((it) => it.index + it[0].length).filter((end) => end < whole.length);
  const middle = whole.length / 2;
  const nearest = ends.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return nearest === undefined ? '' : whole.slice(0, nearest).trim();
}

/** Answers of which everybody knows about what they should get. */
export function samples(question: Scorable, unknown: (language: Language) => string): Sample[] {
  const { title, reference, language } = question;
  const half = firstHalf(reference);
  return [
    ...(reference.trim() ? [{ name: 'reference' as const, answer: reference.trim() }] : []),
    ...(half ? [{ name: 'half' as const, answer: half }] : []),
    { name: 'unknown', answer: unknown(language) },
    ...(title.trim() ? [{ name: 'echo' as const, answer: title.trim() }] : []),
    { name: 'blank', answer: '' },
  ];
}
