import { Button } from '@mantine/core';
import { IconBulb, IconClipboardList, IconHourglass, IconMessageQuestion, IconMoon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../shell/Keys';
import { Empty } from '../shell/Page';
import { useWhen } from '../shell/when';
import { AnswerEditor } from './editor/AnswerEditor';
import { FollowUp } from './FollowUp';
import { scoreOf, useScoreWords } from './liveScore';
import { opened, type RoomProps } from './parts';
import type { PlanItem } from './PlanPane';
import { QuestionBody } from './QuestionBody';
import { keysOf, type Doings } from './roomActions';
import type { RoomQuestion } from './wire';

type Doing = Pick<Doings<'interviewer'>, 'ask' | 'hint' | 'followUp' | 'focus'>;
type Props = RoomProps & { item: PlanItem | null; doings: { [Id in keyof Doing]: Exclude<Doing[Id], unknown[]> }; asksMore: boolean; stopAsking: () => void; editable: boolean };

/** The chosen question and under it its answer as it is written; what the interviewer does about it stands at the foot. */
export function QuestionPane(props: Props) {
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const { item, doings, asksMore, stopAsking, editable, session } = props;
  const interviewer = you.capabilities.includes('INTERVIEW');
  const live = room.status !== 'ENDED';
  const asked = item?.asked ?? null;
  const content = asked?.content ?? item?.planned?.content;
  if (!content) {
    return (
      <section className="pane col" data-pane="question" style={{ justifyContent: 'center' }} aria-label={t('bank.question')}>
        {interviewer
          ? <Empty icon={<IconClipboardList size={42} stroke={1.2} />} title={t('interview.noPlan')}>{live ? t('room.noPlanText') : t('interview.noPlanText')}</Empty>
          : <Empty icon={<IconHourglass size={42} stroke={1.2} />} title={live ? t('room.observing') : t('lobby.over')}>{t('room.nothingAsked')}</Empty>}
      </section>
    );
  }
  const asking = item?.planned ? session.connection.unanswered.some((c) => c.type === 'ask' && c.planned === item.planned!.index) : false;
  return (
    <section className="pane col" data-pane="question" aria-label={t('bank.question')}>
      <div className={asked ? 'questionhead' : 'questionhead grow'} tabIndex={0}>
        <QuestionBody content={content} asked={asked} />
      </div>
      {asked && <AnswerEditor session={session} snapshot={props.snapshot} question={asked} editable={editable} label={t('room.candidateText')} placeholder={live ? t('room.nothingYet') : t('report.noText')} />}
      {asked && asksMore && <FollowUp {...props} question={asked.question} close={stopAsking} whyNot={doings.followUp.whyNot ?? null} />}
      {(live || asked) && (
        <div className="editorfoot staff">
          <span className={`grow small dim nums${asked && scoreOf(props.snapshot.scores, asked)?.reason ? ' reasoned' : ''}`} role="status"><Standing {...props} asked={asked} /></span>
          {interviewer && live && asked && (
            <div className="levers">
              <Button size="sm" variant="subtle" color="gray" leftSection={<IconMoon size={16} />} rightSection={<Keys of={keysOf('focus')} />} disabled={Boolean(doings.focus.whyNot)} title={doings.focus.whyNot ?? undefined} onClick={doings.focus.run}>{t('focus.title')}</Button>
              <Button size="sm" variant="default" leftSection={<IconMessageQuestion size={16} />} rightSection={<Keys of={keysOf('followUp')} />} disabled={Boolean(doings.followUp.whyNot)} title={doings.followUp.whyNot ?? undefined} onClick={doings.followUp.run}>{t('followUp.short')}</Button>
              <Button size="sm" variant="default" leftSection={<IconBulb size={16} />} rightSection={<Keys of={keysOf('hint')} />} disabled={Boolean(doings.hint.whyNot)} title={doings.hint.whyNot ?? undefined} onClick={doings.hint.run}>{t('room.giveHint', { used: asked.hintsShown.length, all: asked.hintCount })}</Button>
            </div>
          )}
          {interviewer && live && !asked && item?.planned && <Button loading={asking} disabled={Boolean(doings.ask.whyNot)} title={doings.ask.whyNot ?? undefined} rightSection={<Keys of={keysOf('ask')} filled />} onClick={doings.ask.run}>{t('room.ask')}</Button>}
        </div>
      )}
    </section>
  );
}

/** Where the answer stands: handed in or not, its score, and whether the text went on since. */
function Standing(props: RoomProps & { asked: RoomQuestion | null; editable: boolean }) {
  const { t } = useTranslation();
  const when = useWhen();
  const words = useScoreWords();
  const { asked, snapshot, session } = props;
  const { room } = opened(props);
  if (!asked) return room.status === 'WAITING' ? t('room.waitingForCandidate') : t('room.previewing');
  const last = asked.answers.at(-1);
  if (!last) return room.status === 'ENDED' ? t('report.draft') : props.editable ? t('room.liveShared') : t('room.liveText');
  const score = scoreOf(snapshot.scores, asked);
  return [
    t('room.submittedAt', { attempt: last.attempt, time: when.time(last.at) }),
    ...(session.answer(asked).text === last.text ? [] : [t('room.changedSince')]),
    score ? words(score) : room.status === 'ENDED' ? '' : t('report.status.PENDING'),
  ].join(t('gap'));
}
