import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '../shell/when';
import { secondsLeft, worthSaying } from './deadlines';
import type { RoomProps } from './parts';
import { useNow } from './useNow';

type Props = Pick<RoomProps, 'snapshot'> & { deadline: string };

/** What is left until a deadline; afterwards what was taken beyond it, in a calm colour. */
export function Countdown(props: Props) {
  const { t } = useTranslation();
  const left = secondsLeft(props.deadline, useNow(props, true));
  return left >= 0
    ? <span className="nums">{clock(left)}<span className="unseen"> {t('time.left')}</span></span>
    : <span className="nums over">+{clock(-left)}<span className="unseen"> {t('time.over')}</span></span>;
}

/** Says once that a deadline is near and once that it has come, to whoever listens instead of looking. */
export function TimeCall({ name, ...props }: Props & { name: string }) {
  const { t } = useTranslation();
  const left = secondsLeft(props.deadline, useNow(props, true));
  const before = useRef<number | null>(null);
  const [call, setCall] = useState<'soon' | 'over' | null>(null);
  useEffect(() => {
    const say = worthSaying(before.current, left);
    before.current = left;
    if (say) setCall(say);
  }, [left]);
  return <p className="unseen" role="status">{call && t(`time.call.${call}`, { name })}</p>;
}
