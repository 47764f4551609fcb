import { ChangeSet } from '@codemirror/state';
import type { Spot } from './recording';

/** The youngest change of a text: what is fresh in it, where its writer is, and who that is. */
export type Trace = { fresh: { from: number; to: number }[]; caret: number; person: string };

/** What was typed so shortly before a moment is shown as fresh. */
const FRESH = 4000;
const MOST = 40;

/** It follows from the frames alone: however one came to a moment, it looks the same. */
export function traceOf({ page, index }: Spot, document: string, time: number): Trace | null {
  let changes: ChangeSet | null = null;
  let trace: Trace | null = null;
  for (let i = index - 1; i >= 0 && i >= index - MOST; i--) {
    const { told, at } = page.frames[i]!;
    if (told.type === 'welcome') break;
    if (told.type !== 'document-edited' || told.document !== document) continue;
    const its = told.updates.map((update) => ChangeSet.fromJSON(update.changes)).reduce((all, one) => all.compose(one));
    trace ??= { fresh: [], caret: endOf(its), person: told.actor };
    if (time - at > FRESH) break;
    changes = changes ? its.compose(changes) : its;
  }
  changes?.iterChangedRanges((_a, _b, from, to) => trace!.fresh.push({ from, to }));
  return trace;
}

function endOf(changes: ChangeSet) {
  let end = 0;
  changes.iterChangedRanges((_a, _b, _from, to) => {
    end = to;
  });
  return end;
}

/** The question that somebody is at: the one of the youngest thing that happened to any. */
export function questionAt({ page, index }: Spot): number | null {
  for (let i = index - 1; i >= 0; i--) {
    const { told } = page.frames[i]!;
    if (told.type === 'document-edited') return Number(told.document.slice(1, told.document.indexOf(':')));
    if (told.type === 'welcome') return null;
    if (told.type !== 'note-written' && 'question' in told && typeof told.question === 'number') return told.question;
  }
  return null;
}
