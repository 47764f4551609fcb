import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/Dialog';
import { isCallLink } from '../shell/fields';
import { BankDialog } from './BankDialog';
import { FocusDialog } from './FocusDialog';
import { opened as openedRoom, type RoomProps } from './parts';
import { TimeDialog } from './TimeDialog';

export type RoomDialog = 'bank' | 'time' | 'focus' | 'link' | 'release' | 'end';
type Props = RoomProps & { opened: boolean; close: () => void };

/** At most one at a time, whoever asked for it: a button, a key or the palette. */
export function RoomDialogs(props: RoomProps & { dialog: RoomDialog | null; close: () => void }) {
  const { dialog, close } = props;
  return (
    <>
      <BankDialog {...props} opened={dialog === 'bank'} close={close} />
      <TimeDialog {...props} opened={dialog === 'time'} close={close} />
      <FocusDialog {...props} opened={dialog === 'focus'} close={close} />
      <CallLinkDialog {...props} opened={dialog === 'link'} close={close} />
      <ReleaseDialog {...props} opened={dialog === 'release'} close={close} />
      <EndDialog {...props} opened={dialog === 'end'} close={close} />
    </>
  );
}

function EndDialog({ session, snapshot, opened, close }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} close={close} title={t('room.endTitle')}>
      <p className="dim" style={{ marginTop: 0 }}>{t('room.endText')}</p>
      {snapshot.waiting > 0 && <p>{t('room.endWaiting', { count: snapshot.waiting })}</p>}
      <div className="choices">
        <Button variant="default" data-autofocus onClick={close}>{t('cancel')}</Button>
        <Button color="red.9" onClick={() => { session.command({ type: 'end-room' }); close(); }}>{t('room.endYes')}</Button>
      </div>
    </Dialog>
  );
}

function ReleaseDialog({ session, opened, close }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} close={close} title={t('room.releaseTitle')}>
      <p className="dim" style={{ marginTop: 0 }}>{t('room.releaseText')}</p>
      <div className="choices">
        <Button variant="default" onClick={close}>{t('cancel')}</Button>
        <Button data-autofocus onClick={() => { session.command({ type: 'release-feedback' }); close(); }}>{t('room.releaseYes')}</Button>
      </div>
    </Dialog>
  );
}

function CallLinkDialog(props: Props) {
  const { session, opened, close } = props;
  const { t } = useTranslation();
  const { callLink } = openedRoom(props).room;
  const [url, setUrl] = useState('');
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (!opened) return;
    setUrl(callLink ?? '');
    setTouched(false);
  }, [opened, callLink]);
  const save = () => {
    setTouched(true);
    if (!isCallLink(url)) return;
    session.command({ type: 'set-call-link', url });
    close();
  };
  return (
    <Dialog opened={opened} close={close} title={t('room.setCall')}>
      <form noValidate onSubmit={(e) => { e.preventDefault(); save(); }}>
        <TextInput data-autofocus type="url" placeholder="https://" label={t('new.callLink')} description={t('new.callLinkHint')} value={url} onChange={(e) => setUrl(e.currentTarget.value.trim())}
          error={touched && !isCallLink(url) ? t('new.linkNeeded') : null} />
        <div className="choices"><Button type="submit">{t('save')}</Button></div>
      </form>
    </Dialog>
  );
}
