import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/Dialog';
import { useWhen } from '../shell/when';
import { extended, openQuestion } from './deadlines';
import { opened, type RoomProps } from './parts';

/** What the service accepts. */
const LONGEST = 480;
const MORE = 5;

/** Sets the deadlines that the service keeps, of the open question and of the whole interview. */
export function TimeDialog(props: RoomProps & { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const { room } = opened(props);
  const question = openQuestion(room);
  return (
    <Dialog opened={props.opened} close={props.close} title={t('time.title')}>
      <div style={{ display: 'grid', gap: 18 }}>
        {question && <Allotted {...props} name={t('report.question', { n: question.question })} question={question.question} minutes={question.minutes} since={question.askedAt} first />}
        <Allotted {...props} name={t('time.interview')} minutes={room.plannedMinutes} since={room.startedAt} first={!question} />
      </div>
    </Dialog>
  );
}

type Props = RoomProps & { close: () => void; name: string; question?: number; minutes: number; since?: string; first: boolean };

function Allotted({ session, snapshot, close, name, question, minutes, since, first }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const [wanted, setWanted] = useState<number | string>(minutes || '');
  const valid = typeof wanted === 'number' && wanted >= 1 && wanted <= LONGEST;
  const now = Date.now() + snapshot.clockAhead;
  const set = (to: number) => {
    session.command({ type: 'allot-time', ...(question !== undefined && { question }), minutes: to });
    close();
  };
  const end = valid && since ? new Date(Date.parse(since) + wanted * 60_000).toISOString() : null;
  return (
    <form className="allot" noValidate onSubmit={(e) => { e.preventDefault(); if (valid) set(wanted); }}>
      <NumberInput className="grow" label={name} description={end ? t('time.endsAt', { time: when.time(end) }) : t('time.minutes')} suffix={` ${t('time.unit')}`} value={wanted} onChange={setWanted} min={1} max={LONGEST} allowDecimal={false} allowNegative={false} clampBehavior="none"
        data-autofocus={first || undefined} error={wanted !== '' && !valid ? t('time.bad', { most: LONGEST }) : null} />
      <Button variant="default" onClick={() => set(since ? extended(minutes, since, now, MORE) : Math.min(LONGEST, minutes + MORE))}>{t('time.more', { count: MORE })}</Button>
      <Button type="submit" disabled={!valid || wanted === minutes}>{t('time.set')}</Button>
    </form>
  );
}
