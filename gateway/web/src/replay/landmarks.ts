import { IconBulb, IconChecks, IconClockPlay, IconCode, IconCornerDownRight, IconDoorEnter, IconFlag, IconHelp, IconMessage2, IconNote, IconPlayerPlay, IconSend, IconShare, type Icon } from '@tabler/icons-react';
import { clock } from '../shell/when';
import type { RoomView } from '../room/wire';
import type { Landmark } from './api';

export const KINDS = ['question', 'help', 'answer', 'run', 'talk', 'note', 'room'] as const;
export type Kind = (typeof KINDS)[number];

const known: Record<string, { kind: Kind; icon: Icon }> = {
  'question-asked': { kind: 'question', icon: IconHelp },
  'follow-up-asked': { kind: 'question', icon: IconCornerDownRight },
  'hint-shown': { kind: 'help', icon: IconBulb },
  'answer-submitted': { kind: 'answer', icon: IconSend },
  'code-run': { kind: 'run', icon: IconPlayerPlay },
  'chat-posted': { kind: 'talk', icon: IconMessage2 },
  'note-written': { kind: 'note', icon: IconNote },
  'key-point-ticked': { kind: 'note', icon: IconChecks },
  'language-chosen': { kind: 'room', icon: IconCode },
  'focus-started': { kind: 'room', icon: IconClockPlay },
  'focus-ended': { kind: 'room', icon: IconClockPlay },
  'candidate-admitted': { kind: 'room', icon: IconDoorEnter },
  'feedback-released': { kind: 'room', icon: IconShare },
  'room-ended': { kind: 'room', icon: IconFlag },
};

export type Mark = Landmark & { kind: Kind; icon: Icon; time: number };

/** What a newer service tells of and this page does not know is left out. */
export const marksOf = (landmarks: Landmark[]): Mark[] =>
  landmarks.flatMap((landmark) => {
    const it = known[landmark.type];
    return it ? [{ ...landmark, ...it, time: Date.parse(landmark.at) }] : [];
  });

/** The words of a landmark, out of the room as it was in the end. */
export function wordsOf({ type, question, at, index, attempt }: Landmark, room: RoomView | null): string {
  const q = room?.questions.find((it) => it.question === question);
  switch (type) {
    case 'question-asked':
      return q?.content.title ?? '';
    case 'hint-shown':
      return q?.hintsShown[index ?? -1] ?? '';
    case 'key-point-ticked':
      return q?.staff?.keyPoints[index ?? -1]?.text ?? '';
    case 'follow-up-asked':
      return q?.followUps.find((it) => it.at === at)?.text ?? '';
    case 'answer-submitted':
      return q?.answers.find((it) => it.attempt === attempt)?.text.trim() ?? '';
    case 'code-run':
      return q?.runs.find((it) => it.at === at)?.output.trim() ?? '';
    case 'chat-posted':
      return room?.chat.find((it) => it.at === at)?.text ?? '';
    case 'note-written':
      return room?.notes.find((it) => it.at === at)?.text ?? '';
    default:
      return '';
  }
}

/** Since the strip's beginning. */
export const since = (begin: number, time: number) => clock((time - begin) / 1000);
