import { Button } from '@mantine/core';
import { IconMoon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Countdown } from './Countdown';
import { opened, type RoomProps } from './parts';
import { useFocusTime } from './useNow';

/** While the candidate thinks undisturbed: how long still, and the way out for whoever may end it. */
export function FocusBanner(props: RoomProps) {
  const { t } = useTranslation();
  const { you } = opened(props);
  const until = useFocusTime(props);
  if (until === null) return null;
  const answers = you.capabilities.includes('ANSWER');
  return (
    <section className="banner calm" data-focus aria-label={t('focus.title')}>
      <IconMoon size={17} stroke={1.8} aria-hidden />
      <span className="grow" role="status"><strong>{t('focus.title')}</strong> {answers ? t('focus.forCandidate') : t('focus.forStaff')}</span>
      <span className="mono" role="timer" aria-label={t('focus.title')}><Countdown {...props} deadline={new Date(until).toISOString()} /></span>
      {you.capabilities.some((c) => c !== 'OBSERVE') && <Button size="compact-sm" variant="default" onClick={() => props.session.command({ type: 'end-focus' })}>{answers ? t('focus.ready') : t('focus.end')}</Button>}
    </section>
  );
}
