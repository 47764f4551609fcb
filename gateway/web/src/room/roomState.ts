import { ChangeSet, Text } from '@codemirror/state';
import type { Entry, Position, RoomMember, RoomQuestion, RoomView, WireUpdate } from './wire';

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
        ...(room.status === 'WAITING' && { status: 'LIVE' as const, startedAt: entry.at }),
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
            document: { id: entry.document, version: 0, text: '' },
            answers: [],
          },
        ],
      };
    case 'hint-shown':
      return onQuestion(room, entry.question, (q) => ({ ...q, hintsShown: [...q.hintsShown, entry.text] }));
    case 'answer-submitted': {
      const { attempt, person, text, documentVersion, at } = entry;
      return onQuestion(room, entry.question, (q) => ({
        ...q,
        answers: [...q.answers, { attempt, at, person, text, documentVersion }],
      }));
    }
    case 'document-edited':
      return {
        ...room,
        questions: room.questions.map((q) =>
          q.document.id === entry.document ? { ...q, document: edit(q.document, entry.version, entry.updates) } : q,
        ),
      };
    case 'chat-posted':
      return { ...room, chat: [...room.chat, { at: entry.at, person: entry.actor, text: entry.text }] };
    case 'note-written':
      return {
        ...room,
        notes: [...room.notes, { at: entry.at, person: entry.actor, text: entry.text, question: entry.question }],
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

function edit(document: RoomQuestion['document'], before: number, updates: WireUpdate[]): RoomQuestion['document'] {
  const fresh = updates.slice(Math.max(0, document.version - before));
  if (fresh.length === 0) return document;
  let text = Text.of(document.text.split('\n'));
  for (const { changes } of fresh) text = ChangeSet.fromJSON(changes).apply(text);
  return { ...document, version: before + updates.length, text: text.toString() };
}

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
  return onMember(members, person, { capabilities: [...known.capabilities, capability] });
}

function withdraw(members: RoomMember[], person: string, capability: RoomMember['capabilities'][number]) {
  return members
    .map((m) => (m.person === person ? { ...m, capabilities: m.capabilities.filter((c) => c !== capability) } : m))
    .filter((m) => m.capabilities.length > 0);
}
