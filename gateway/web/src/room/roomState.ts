import { ChangeSet, Text } from '@codemirror/state';
import { capabilities, codeLanguages, documentId, type CodeLanguage, type Entry, type Position, type QuestionDocument, type RoomMember, type RoomQuestion, type RoomView, type WireUpdate } from './wire';

const runsShown = 20;

export type Folded = { room: RoomView; position: Position };

/** Folds one entry into the view. Types that this page does not know move the position and nothing else. */
export function fold({ room, position }: Folded, entry: Entry): Folded {
  const next = entry.position;
  if (next.epoch === position.epoch && next.sequence <= position.sequence) return { room, position };
  return { room: apply(room, entry), position: next };
}

function apply(room: RoomView, entry: Entry): RoomView {
  switch (entry.type) {
    case 'capability-granted':
      return { ...room, members: grant(room.members, entry.person, entry.capability) };
    case 'capability-withdrawn':
      return { ...room, members: withdraw(room.members, entry.person, entry.capability) };
    case 'question-planned':
      return { ...room, planned: [...(room.planned ?? []), entry.planned] };
    case 'consent-given':
      return { ...room, members: onMember(room.members, entry.person, { consented: true }) };
    case 'candidate-admitted':
      return {
        ...room,
        members: onMember(room.members, entry.person, { admitted: true }),
        ...(room.status === 'WAITING' && { status: 'LIVE' as const, startedAt: entry.at, deadline: after(entry.at, room.plannedMinutes) }),
      };
    case 'call-link-set':
      return { ...room, callLink: entry.url };
    case 'question-asked':
      return {
        ...room,
        questions: [
          ...room.questions,
          {
            question: entry.question,
            planned: entry.planned,
            content: entry.content,
            ...(entry.staff && { staff: entry.staff }),
            hintsShown: [],
            hintCount: entry.hintCount ?? entry.staff?.hints.length ?? 0,
            askedAt: entry.at,
            released: false,
            ...timed(entry.at, entry.content.minutes),
            language: 'text',
            documents: [{ id: entry.document, language: 'text', version: 0, text: '' }],
            answers: [],
            followUps: [],
            runs: [],
            ...(entry.staff && { covered: [] }),
          },
        ],
      };
    case 'hint-shown':
      return onQuestion(room, entry.question, (q) => ({ ...q, hintsShown: [...q.hintsShown, entry.text] }));
    case 'answer-submitted': {
      const { attempt, person, text, documentVersion, at } = entry;
      const { language } = named(entry.document);
      return onQuestion(room, entry.question, (q) => ({
        ...q,
        answers: [...q.answers, { attempt, at, person, text, language, documentVersion }],
      }));
    }
    case 'document-edited': {
      const { question, language } = named(entry.document);
      return onQuestion(room, question, (q) => {
        const before = q.documents.find((it) => it.id === entry.document) ?? blank(q, language);
        return { ...q, documents: withDocument(q, edit(before, entry.version, entry.updates)) };
      });
    }
    case 'language-chosen':
      return onQuestion(room, entry.question, (q) => {
        const chosen = { ...q, language: entry.language };
        return { ...chosen, documents: withDocument(chosen, chosenDocument(chosen)) };
      });
    case 'follow-up-asked':
      return onQuestion(room, entry.question, (q) => ({
        ...q,
        followUps: [...q.followUps, { at: entry.at, person: entry.actor, text: entry.text }],
      }));
    case 'key-point-ticked':
      return onQuestion(room, entry.question, (q) => {
        const others = (q.covered ?? []).filter((it) => it !== entry.keyPoint);
        return { ...q, covered: (entry.covered ? [...others, entry.keyPoint] : others).sort((a, b) => a - b) };
      });
    case 'time-allotted': {
      const { question, minutes } = entry;
      if (question == null) return { ...room, plannedMinutes: minutes, ...(room.startedAt && { deadline: after(room.startedAt, minutes) }) };
      return onQuestion(room, question, (q) => ({ ...q, ...timed(q.askedAt, minutes) }));
    }
    case 'focus-started':
      return { ...room, focusUntil: entry.until };
    case 'focus-ended': {
      const { focusUntil: _, ...rest } = room;
      return rest;
    }
    case 'code-run': {
      const { at, actor: person, language, documentVersion, outcome, output, truncated, millis } = entry;
      const run = { at, person, language, documentVersion, outcome, output, truncated, millis };
      return onQuestion(room, entry.question, (q) => ({ ...q, runs: [...q.runs, run].slice(-runsShown) }));
    }
    case 'chat-posted':
      return { ...room, chat: [...room.chat, { at: entry.at, person: entry.actor, text: entry.text }] };
    case 'note-written':
      return {
        ...room,
        notes: [...room.notes, { at: entry.at, person: entry.actor, text: entry.text, question: entry.question ?? null }],
      };
    case 'feedback-released': {
      const released = new Map(entry.questions.map((q) => [q.question, q.staff]));
      return {
        ...room,
        questions: room.questions.map((q) =>
          released.has(q.question) ? { ...q, released: true, staff: released.get(q.question) ?? q.staff } : q,
        ),
      };
    }
    case 'room-ended':
      return { ...room, status: 'ENDED', endedAt: entry.at };
    default:
      return unknownEntry(entry, room);
  }
}

/** Adding a case to the vocabulary without folding it fails the type check; at run time it is skipped. */
const unknownEntry = (_: never, room: RoomView) => room;

function edit(document: QuestionDocument, before: number, updates: WireUpdate[]): QuestionDocument {
  const fresh = updates.slice(Math.max(0, document.version - before));
  if (fresh.length === 0) return document;
  let text = Text.of(document.text.split('\n'));
  for (const { changes } of fresh) text = ChangeSet.fromJSON(changes).apply(text);
  return { ...document, version: before + updates.length, text: text.toString() };
}

const blank = (q: RoomQuestion, language: CodeLanguage): QuestionDocument => ({ id: documentId(q.question, language), language, version: 0, text: '' });

/** What everybody is shown. */
export const chosenDocument = (q: RoomQuestion) => q.documents.find((it) => it.language === q.language) ?? blank(q, q.language);

/** In the order of the languages; one that was never edited is there only while it is the chosen one. */
const withDocument = (q: RoomQuestion, changed: QuestionDocument) =>
  codeLanguages.flatMap((language) => {
    const known = language === changed.language ? changed : q.documents.find((it) => it.language === language);
    return known && (known.version > 0 || language === q.language) ? [known] : [];
  });

function named(document: string) {
  const [question, language] = document.slice(1).split(':');
  return { question: Number(question), language: language as CodeLanguage };
}

/** As the service writes times: without milliseconds when there are none. */
const after = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString().replace('.000Z', 'Z');

/** A question without minutes has no deadline. */
const timed = (askedAt: string, minutes: number) => ({ minutes, ...(minutes > 0 && { deadline: after(askedAt, minutes) }) });

const onQuestion = (room: RoomView, number: number, change: (q: RoomQuestion) => RoomQuestion): RoomView => ({
  ...room,
  questions: room.questions.map((q) => (q.question === number ? change(q) : q)),
});

const onMember = (members: RoomMember[], person: string, change: Partial<RoomMember>) =>
  members.map((m) => (m.person === person ? { ...m, ...change } : m));

function grant(members: RoomMember[], person: string, capability: RoomMember['capabilities'][number]) {
  const known = members.find((m) => m.person === person);
  if (!known) return [...members, { person, capabilities: [capability], consented: false, admitted: false }];
  if (known.capabilities.includes(capability)) return members;
  const held = [...known.capabilities, capability];
  return onMember(members, person, { capabilities: capabilities.filter((it) => held.includes(it)) });
}

function withdraw(members: RoomMember[], person: string, capability: RoomMember['capabilities'][number]) {
  return members
    .map((m) => (m.person === person ? { ...m, capabilities: m.capabilities.filter((c) => c !== capability) } : m))
    .filter((m) => m.capabilities.length > 0);
}
