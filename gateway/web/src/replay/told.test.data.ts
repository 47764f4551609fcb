import { ChangeSet, Text } from '@codemirror/state';
import { fold, type Folded } from '../room/roomState';
import { isEntry, type CodeLanguage, type Entry, type RoomView } from '../room/wire';
import type { Landmark, ReplayPage, Timeline } from './api';
import type { Told, Welcome } from './moment';

export const START = Date.parse('2026-01-05T09:00:00Z');
export const iso = (at: number) => new Date(at).toISOString();

/** The same numbers for the same seed. */
export function dice(seed: number) {
  let a = seed;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, below: (n: number) => Math.floor(next() * n), one: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]! };
}

export const you: Welcome['you'] = { person: 'github.com:1', capabilities: ['INTERVIEW'] };
export const empty: RoomView = { interview: 'i', title: 'T', language: 'zh', status: 'LIVE', plannedMinutes: 45, members: [], questions: [], chat: [], notes: [] };
const content = (n: number) => ({ id: `b${n}`, version: 1, language: 'zh' as const, topic: 'Redis', title: `Q${n}`, body: '', difficulty: 'easy' as const, minutes: 5, tags: [] });

export const welcome = (sequence: number, at: number, room: RoomView): Welcome => ({ type: 'welcome', position: { epoch: 'e', sequence }, now: iso(at), you, room });

/** An interview told by dice: several documents, Chinese and emoji, facts between the edits, positions nobody may see. */
export function tell(seed: number, many: number): Told[] {
  const { next, below, one } = dice(seed);
  const documents = new Map<string, { version: number; text: Text }>();
  const told: Told[] = [];
  let at = START;
  let sequence = 0;
  let questions = 0;
  const entry = (body: Record<string, unknown>) => told.push({ ...body, position: { epoch: 'e', sequence }, at: iso(at), actor: one(['github.com:1', 'github.com:2']) } as unknown as Entry);
  for (let i = 0; i < many; i++) {
    sequence += 1 + (next() < 0.1 ? below(4) : 0);
    at += next() < 0.03 ? below(90_000) : below(600);
    const roll = next();
    if (questions === 0 || roll < 0.01) {
      questions++;
      entry({ type: 'question-asked', question: questions, planned: questions - 1, content: content(questions), hintCount: 3, document: `q${questions}:text` });
    } else if (roll < 0.03) entry({ type: 'hint-shown', question: 1 + below(questions), index: 0, text: '想想 fsync' });
    else if (roll < 0.05) entry({ type: 'language-chosen', question: 1 + below(questions), language: one(['text', 'python', 'go'] as const) });
    else if (roll < 0.07) entry({ type: 'chat-posted', text: '好的 👍' });
    else if (roll < 0.08) entry({ type: 'note-written', text: 'ok' });
    else if (roll < 0.1) {
      const [id, { text, version }] = one([...documents, ['q1:text', { text: Text.empty, version: 0 }] as const]);
      entry({ type: 'answer-submitted', question: Number(id[1]), attempt: 1, person: 'github.com:2', text: text.toString(), document: id, documentVersion: version });
    } else if (roll < 0.105) {
      const before = foldAll(told);
      told.push(welcome(sequence, at, before.room));
    } else {
      const id = `q${1 + below(questions)}:${one(['text', 'python', 'go'] as const satisfies CodeLanguage[])}`;
      const { version, text } = documents.get(id) ?? { version: 0, text: Text.empty };
      const updates: { client: string; changes: unknown }[] = [];
      let after = text;
      for (let u = 0; u <= below(3); u++) {
        const from = below(after.length + 1);
        const to = next() < 0.3 ? Math.min(after.length, from + below(6)) : from;
        const changes = ChangeSet.of({ from, to, insert: one(['a', '缓存', '😀', '\n', 'x = 1\n', '', '👩‍💻好']) }, after.length);
        updates.push({ client: 'c', changes: changes.toJSON() });
        after = changes.apply(after);
      }
      documents.set(id, { version: version + updates.length, text: after });
      entry({ type: 'document-edited', document: id, version, updates });
    }
  }
  return told;
}

export const foldAll = (told: readonly Told[], start: Folded = { room: empty, position: { epoch: 'e', sequence: 0 } }): Folded =>
  told.reduce((folded, one) => (isEntry(one) ? fold(folded, one) : { room: one.room, position: one.position }), start);

/** A service that has been told this; it never gives more than `most` positions at once, and nothing before `joined`. */
export function serve(told: readonly Told[], most = 1000, joined = 0) {
  const last = told.at(-1)?.position.sequence ?? 0;
  const landmarks: Landmark[] = told.filter(isEntry).filter((e) => e.type !== 'document-edited').map((e) => ({
    position: e.position.sequence, at: e.at, type: e.type, person: e.actor, ...('question' in e && typeof e.question === 'number' && { question: e.question }),
  }));
  const buckets = new Map<number, number>();
  for (const e of told.filter(isEntry).filter((e) => e.type === 'document-edited')) {
    const at = Math.floor(Date.parse(e.at) / 10_000) * 10_000;
    buckets.set(at, (buckets.get(at) ?? 0) + 1);
  }
  const timeline: Timeline = {
    epoch: 'e', sealed: true, openedAt: iso(START), startedAt: iso(START), endedAt: told.findLast(isEntry)?.at ?? iso(START), last, landmarks,
    activity: [...buckets].map(([at, edits]) => ({ at: iso(at), edits })),
  };
  const asked: number[] = [];
  const page = async (wanted: number, limit: number): Promise<ReplayPage> => {
    asked.push(wanted);
    const at = Math.max(wanted, joined);
    const to = at + Math.min(limit, most);
    const before = told.filter((t) => t.position.sequence <= at);
    const frames = told.filter((t) => t.position.sequence > at && t.position.sequence <= to);
    // As over the wire: nothing is shared between two answers.
    return structuredClone({ epoch: 'e', sealed: true, at, frames: [welcome(at, Date.parse((frames.find(isEntry) ?? told.findLast(isEntry))?.at ?? iso(START)), foldAll(before).room), ...frames], next: to < last ? to : null });
  };
  return { timeline, page, asked };
}
