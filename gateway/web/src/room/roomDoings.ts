import type { TFunction } from 'i18next';
import { isCallLink } from '../shell/fields';
import { extended, openQuestion } from './deadlines';
import { opened, type RoomProps } from './parts';
import type { ActionId, Doing } from './roomActions';
import type { RoomDialog } from './RoomDialogs';
import type { RoomSession } from './session';
import { isRunnable } from './run/useRun';
import type { RoomQuestion, RoomView } from './wire';

const MORE_MINUTES = 5;

export const callLinkOf = ({ status, callLink }: RoomView) => (status !== 'ENDED' && callLink && isCallLink(callLink) ? callLink : null);

export const atDoor = ({ status, members }: RoomView) =>
  status === 'ENDED' ? [] : members.filter((m) => m.capabilities.includes('ANSWER') && m.consented && !m.admitted);

/** What can be done about the room itself, the same from its bar, by keys and in the palette. */
export function roomDoings(props: RoomProps, open: (dialog: RoomDialog) => void, t: TFunction) {
  const { room } = opened(props);
  const { session, snapshot } = props;
  const ended = room.status === 'ENDED';
  const call = callLinkOf(room);
  const waiting = atDoor(room);
  const unreleased = room.questions.some((q) => !q.released);
  const question = openQuestion(room);
  return {
    find: { run: () => open('bank'), absent: ended },
    focus: { run: () => open('focus'), absent: ended, whyNot: room.status === 'WAITING' ? t('room.waitingForCandidate') : null },
    moreTime: {
      run: () => question && session.command({ type: 'allot-time', question: question.question, minutes: extended(question.minutes, question.askedAt, Date.now() + snapshot.clockAhead, MORE_MINUTES) }),
      absent: ended,
      whyNot: question ? null : t('time.noQuestion'),
    },
    time: { run: () => open('time'), absent: ended },
    admit: { run: () => waiting.forEach(({ person }) => session.command({ type: 'admit', person })), absent: waiting.length === 0 },
    call: { run: () => window.open(call!, '_blank', 'noreferrer,noopener'), absent: !call },
    callLink: { run: () => open('link'), absent: ended, label: room.callLink ? t('room.changeCall') : t('room.setCall') },
    release: { run: () => open('release'), absent: ended && !unreleased, whyNot: unreleased ? null : t('refused.NOTHING_TO_RELEASE') },
    end: { run: () => open('end'), absent: ended },
    reconnect: { run: () => session.connection.reconnect(), absent: snapshot.link.link === 'online' || snapshot.link.link === 'connecting' },
  } satisfies Partial<Record<ActionId, Doing>>;
}

/** What can be done in the editor, whose parts are found where they are shown. */
export function answerDoings(asked: RoomQuestion | null | undefined, editable: boolean, session: RoomSession, t: TFunction, turnTo: (selector: string) => void) {
  const unasked = asked ? null : t('action.needsAsked');
  const absent = session.current().room?.status === 'ENDED';
  const resting = unasked ?? (editable ? null : t('action.readOnly'));
  return {
    editor: { run: () => turnTo('.cm-content'), whyNot: unasked },
    language: { run: () => turnTo('#language'), absent, whyNot: resting },
    run: { run: () => document.getElementById('run')?.click(), absent, whyNot: resting ?? (asked && isRunnable(session.language(asked)) ? null : t('action.notRunnable')) },
  } satisfies Partial<Record<ActionId, Doing>>;
}
