import type { RoomView } from '../room/wire';
import type { Timeline } from './api';
import type { Mark } from './landmarks';

export type Stretch = { from: number; to: number };
/** A question's share of the interview. */
export type Band = Stretch & { question: number; title: string };

/** From the first thing that anybody did to the last; booking it days before is no part of it. */
export function spanOf(timeline: Timeline, marks: Mark[], activity: { at: number }[]): Stretch {
  const times = [timeline.startedAt, timeline.endedAt].flatMap((at) => (at ? [Date.parse(at)] : []));
  const all = [...times, ...marks.map((mark) => mark.time), ...activity.map(({ at }) => at)];
  const last = timeline.endedAt ? [] : activity.map(({ at }) => at + 10_000);
  return { from: all.reduce((a, b) => Math.min(a, b)), to: [...all, ...last].reduce((a, b) => Math.max(a, b)) };
}

export function bandsOf(marks: Mark[], whole: RoomView | null, end: number): Band[] {
  const asked = marks.filter((mark) => mark.type === 'question-asked' && typeof mark.question === 'number');
  const ended = marks.find((mark) => mark.type === 'room-ended')?.time ?? end;
  return asked.map((mark, i) => ({
    question: mark.question!,
    title: whole?.questions.find((q) => q.question === mark.question)?.content.title ?? '',
    from: mark.time,
    to: asked[i + 1]?.time ?? ended,
  }));
}

/** Each ends when it was ended, when the next began, or when its time was over. */
export function focusOf(marks: Mark[], end: number): Stretch[] {
  const turns = marks.filter((mark) => mark.type.startsWith('focus-'));
  return turns.flatMap((mark, i) => (mark.type === 'focus-started' ? [{ from: mark.time, to: Math.min(turns[i + 1]?.time ?? end, mark.minutes ? mark.time + mark.minutes * 60_000 : end) }] : []));
}
