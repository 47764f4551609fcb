import { ChangeSet, type Text } from '@codemirror/state';
import type { Entry } from '../room/wire';
import { advance } from './moment';
import type { Recording, Spot } from './recording';

type Submitted = Extract<Entry, { type: 'answer-submitted' }>;
export type Found = { spot: Spot; quote: string; document: string; written: boolean };

/** The answer that stands at that position of the journal. */
export async function answerAt(recording: Recording, position: number): Promise<{ answer: Submitted; spot: Spot } | null> {
  const spot = await recording.find(position);
  const told = spot.page.frames[spot.index - 1]?.told;
  return told?.type === 'answer-submitted' && told.position.sequence === position ? { answer: told, spot } : null;
}

/**
 * When the quoted words of an answer first stood together in its document: the journal is folded from the question's
 * asking on. What was pasted or typed as it stands is found at once; if the words never stood together before the
 * submission, it is the submission.
 */
export async function firstStood(recording: Recording, asked: number, submitted: number, quote: { from: number; to: number }): Promise<Found | null> {
  const submission = await answerAt(recording, submitted);
  if (!submission) return null;
  const { answer } = submission;
  const words = answer.text.slice(quote.from, quote.to);
  const never = { spot: submission.spot, quote: words, document: answer.document, written: false };
  if (!words) return never;
  let spot: Spot | null = await recording.find(asked);
  let moment = recording.momentAt(spot);
  if (stands(moment.texts[answer.document]?.text, words)) return { ...never, spot, written: true };
  while (spot) {
    let next: Spot | null | undefined = recording.following(spot);
    if (next === undefined) {
      await recording.after(spot.page);
      continue;
    }
    if (!next) break;
    const { told, sequence } = next.page.frames[next.index - 1]!;
    if (sequence > submitted) break;
    moment = advance(moment, told);
    spot = next;
    const text = moment.texts[answer.document]?.text;
    const touched = told.type === 'welcome' || (told.type === 'document-edited' && told.document === answer.document);
    if (touched && text && stands(text, words, told.type === 'document-edited' ? changed(told.updates.map((u) => u.changes)) : undefined)) {
      return { ...never, spot, written: true };
    }
  }
  return never;
}

/** Words can only come to stand where something changed. */
function stands(text: Text | undefined, words: string, around?: { from: number; to: number }): boolean {
  if (!text) return false;
  const from = around ? Math.max(0, around.from - words.length) : 0;
  const to = around ? Math.min(text.length, around.to + words.length) : text.length;
  return text.sliceString(from, to).includes(words);
}

/** The smallest range of the new text that holds every change. */
export function changed(updates: unknown[]): { from: number; to: number } | undefined {
  const changes = updates.map((json) => ChangeSet.fromJSON(json)).reduce((all, one) => all.compose(one));
  let range: { from: number; to: number } | undefined;
  changes.iterChangedRanges((_a, _b, from, to) => {
    range = { from: Math.min(range?.from ?? from, from), to: Math.max(range?.to ?? to, to) };
  });
  return range;
}
