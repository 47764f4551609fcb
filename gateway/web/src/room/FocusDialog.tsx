import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/Dialog';
import { useWhen } from '../shell/when';
import type { RoomProps } from './parts';
import { useFocusTime } from './useNow';

const CHOICES = [3, 5, 10];
const USUAL = 5;

/** How long the candidate is left alone; while they are, the way to end it or to begin again. */
export function FocusDialog(props: RoomProps & { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { session, close } = props;
  const lasts = useFocusTime(props) !== null;
  const start = (minutes: number) => { session.command({ type: 'start-focus', minutes }); close(); };
  return (
    <Dialog opened={props.opened} close={close} title={t('focus.title')}>
      <p className="dim" style={{ marginTop: 0 }}>{t('focus.what')}</p>
      {lasts && <Button fullWidth data-autofocus onClick={() => { session.command({ type: 'end-focus' }); close(); }}>{t('focus.end')}</Button>}
      {lasts && <p className="dim small" style={{ margin: '18px 0 8px' }}>{t('focus.again')}</p>}
      <div className="lengths">
        {CHOICES.map((minutes) => (
          <Button key={minutes} size="md" variant={minutes === USUAL && !lasts ? 'filled' : 'default'} data-autofocus={(minutes === USUAL && !lasts) || undefined} onClick={() => start(minutes)}>{when.minutes(minutes)}</Button>
        ))}
      </div>
    </Dialog>
  );
}
