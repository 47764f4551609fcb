import type { RoomView } from './wire';

/** Seconds before the end at which it is said once that the end is near. */
export const SOON = 300;
const LONGEST = 480;

/** Seconds that are left; negative once the time is over. */
export const secondsLeft = (deadline: string, now: number) => Math.ceil((Date.parse(deadline) - now) / 1000);

/** What is worth saying once when the time left goes from one value to the next; nothing when it was given back. */
export function worthSaying(before: number | null, after: number | null): 'soon' | 'over' | null {
  if (before === null || after === null) return null;
  if (before > 0 && after <= 0) return 'over';
  return before > SOON && after <= SOON && after > 0 ? 'soon' : null;
}

/** How many minutes are allotted after a few more: counted from now when the time is over already, or none was set. */
export const extended = (minutes: number, since: string, now: number, more: number) =>
  Math.min(LONGEST, Math.max(minutes, Math.ceil((now - Date.parse(since)) / 60_000)) + more);

/** Until when nobody interrupts the candidate, in milliseconds; null when there is no focus time. */
export function focusEnd(focusUntil: string | undefined, now: number): number | null {
  if (!focusUntil) return null;
  const until = Date.parse(focusUntil);
  return until > now ? until : null;
}

/** The question whose time runs: the last one asked, until it is answered or its feedback is released. */
export function openQuestion(room: RoomView) {
  const last = room.questions.at(-1);
  return room.status !== 'ENDED' && last && last.answers.length === 0 && !last.released ? last : null;
}
