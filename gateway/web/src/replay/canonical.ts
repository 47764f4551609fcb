import type { RoomView } from '../room/wire';

type Shape = { [member: string]: 0 | readonly string[] | Shape };

/** The members of each part of a view, in the service's order. */
const content = ['id', 'version', 'language', 'topic', 'title', 'body', 'difficulty', 'minutes', 'tags'];
const staff: Shape = { reference: 0, keyPoints: ['text', 'weight'], hints: 0, sources: 0, rubric: 0, followUps: 0 };
const line = ['at', 'person', 'text'];
const shape: Shape = {
  interview: 0, title: 0, language: 0, status: 0, plannedMinutes: 0, openedAt: 0, startedAt: 0, endedAt: 0, deadline: 0, focusUntil: 0, callLink: 0,
  members: ['person', 'capabilities', 'consented', 'admitted'],
  planned: { index: 0, content, staff },
  questions: {
    question: 0, planned: 0, content, staff, hintsShown: 0, hintCount: 0, askedAt: 0, released: 0, minutes: 0, deadline: 0, language: 0,
    documents: ['id', 'language', 'version', 'text'],
    answers: ['attempt', 'at', 'person', 'text', 'language', 'documentVersion'],
    followUps: line,
    runs: ['at', 'person', 'language', 'documentVersion', 'outcome', 'output', 'truncated', 'millis'],
    covered: 0,
  },
  chat: line,
  notes: [...line, 'question'],
};
const capabilities = ['INTERVIEW', 'ANSWER', 'OBSERVE'];

/** A view as the service writes it down, so that its digest can be compared. */
export function canonical(view: RoomView): string {
  const members = view.members.map((m) => ({ ...m, capabilities: [...m.capabilities].sort((a, b) => capabilities.indexOf(a) - capabilities.indexOf(b)) }));
  const notes = view.notes.map((note) => ({ ...note, question: note.question ?? null }));
  // Its control characters have capital digits.
  return JSON.stringify(ordered({ ...view, members, notes }, shape)).replace(/\\\\|\\u[0-9a-f]{4}/g, (it) => (it[1] === 'u' ? `\\u${it.slice(2).toUpperCase()}` : it));
}

function ordered(value: unknown, as: Shape | readonly string[] | 0): unknown {
  if (Array.isArray(value)) return value.map((one) => ordered(one, as));
  if (as === 0 || value === null || typeof value !== 'object') return value;
  const from = value as Record<string, unknown>;
  const members: [string, Shape[string]][] = Array.isArray(as) ? as.map((name: string) => [name, 0]) : Object.entries(as as Shape);
  return Object.fromEntries(members.filter(([name]) => from[name] !== undefined).map(([name, its]) => [name, ordered(from[name], its)]));
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
