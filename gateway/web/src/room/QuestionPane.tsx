import { Button } from '@mantine/core';
import { IconBulb, IconClipboardList, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../shell/Page';
import { clock, useWhen } from '../shell/when';
import { AnswerEditor } from './editor/AnswerEditor';
import { opened, type RoomProps } from './parts';
import type { PlanItem } from './PlanPane';
import { QuestionBody } from './QuestionBody';
import { useNow } from './RoomBar';
import type { RoomQuestion } from './wire';

type Props = RoomProps & { item: PlanItem | null; ask: () => void; hint: (() => void) | null };

/** The chosen question, and under it the candidate's text as it is written. */
export function QuestionPane(props: Props) {
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const { item, ask, hint, session } = props;
  const interviewer = you.capabilities.includes('INTERVIEW');
  const live = room.status !== 'ENDED';
  const asked = item?.asked ?? null;
  const content = asked?.content ?? item?.planned?.content;
  if (!content) {
    return (
      <section className="pane col" data-pane="question" style={{ justifyContent: 'center' }} aria-label={t('bank.question')}>
        {interviewer
          ? <Empty icon={<IconClipboardList size={42} stroke={1.2} />} title={t('interview.noPlan')}>{t('interview.noPlanText')}</Empty>
          : <Empty icon={<IconHourglass size={42} stroke={1.2} />} title={live ? t('room.observing') : t('lobby.over')}>{t('room.nothingAsked')}</Empty>}
      </section>
    );
  }
  const document_ = asked && session.answer(asked);
  const asking = item?.planned ? session.connection.unanswered.some((c) => c.type === 'ask' && c.planned === item.planned!.index) : false;
  return (
    <section className="pane col" data-pane="question" aria-label={t('bank.question')}>
      <div style={{ padding: '20px 24px', overflowY: 'auto', flex: asked ? '0 1 auto' : 1, maxHeight: asked ? '46%' : undefined }} tabIndex={0}>
        <QuestionBody number={asked?.question ?? null} content={content} hints={asked?.hintsShown} />
      </div>
      {document_ && asked && (
        <>
          <LiveLine {...props} asked={asked} />
          <AnswerEditor session={session} snapshot={props.snapshot} question={asked} editable={interviewer && live} label={t('room.candidateText')} placeholder={live ? t('room.nothingYet') : t('report.noText')} />
        </>
      )}
      {interviewer && (live || asked) && (
        <div className="editorfoot">
          <span className="grow small dim nums" role="status"><Standing {...props} asked={asked} /></span>
          {asked && live && <Button variant="default" leftSection={<IconBulb size={16} />} rightSection={<kbd className="roomy" aria-hidden>Alt H</kbd>} disabled={!hint} onClick={() => hint?.()}>{t('room.giveHint')}</Button>}
          {!asked && live && item?.planned && <Button loading={asking} rightSection={<kbd className="roomy onfilled" aria-hidden>Alt A</kbd>} onClick={ask}>{t('room.ask')}</Button>}
        </div>
      )}
    </section>
  );
}

function LiveLine(props: RoomProps & { asked: RoomQuestion }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { asked } = props;
  const { room } = opened(props);
  const live = room.status !== 'ENDED';
  const last = asked.answers.at(-1);
  const now = useNow(props, live && !last);
  const spent = (now - Date.parse(asked.askedAt)) / 1000;
  return (
    <div className="liveline">
      <span className="grow">
        {last ? t('room.submittedAt', { attempt: last.attempt, time: when.time(last.at) }) : live ? t('room.liveText') : t('report.draft')}
        {last && last.text !== props.session.answer(asked).text && ` ${t('room.changedSince')}`}
      </span>
      {live && !last && <span className="mono nums" role="timer" aria-label={t('room.questionTime')} style={spent > asked.content.minutes * 60 ? { color: 'var(--part)' } : undefined}>{clock(spent)} / {clock(asked.content.minutes * 60)}</span>}
    </div>
  );
}

function Standing(props: RoomProps & { asked: RoomQuestion | null }) {
  const { t } = useTranslation();
  const { asked, snapshot } = props;
  const { room } = opened(props);
  const score = asked && snapshot.scores[asked.question];
  if (score) return score.status === 'SCORED' ? t('room.scoredRange', { score: score.score, low: score.low, high: score.high }) : t('report.status.NOT_SCORED');
  if (asked) return asked.answers.length > 0 && room.status !== 'ENDED' ? t('report.status.PENDING') : t('room.hintsUsed', { used: asked.hintsShown.length, all: asked.hintCount });
  return room.status === 'WAITING' ? t('room.waitingForCandidate') : '';
}
