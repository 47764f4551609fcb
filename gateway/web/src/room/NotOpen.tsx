import { Button, CopyButton, Group } from '@mantine/core';
import { IconDoorOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { signInAddress } from '../api/queries';
import { Empty } from '../shell/Page';
import type { RoomSession } from './session';
import type { LinkState } from './connection';
import { leaveToSignIn } from './useRoom';

/** In place of a room that cannot be shown: why, and the way on. */
export function NotOpen({ id, session, link }: { id: string; session: RoomSession; link: LinkState }) {
  const { t, i18n } = useTranslation();
  const closed = link.link === 'closed';
  const why = !closed ? t('room.unreachable') : t(i18n.exists(`close.${link.closeCode}`) ? `close.${link.closeCode}` : 'close.other', { code: link.closeCode });
  const Icon = closed ? IconDoorOff : IconPlugConnectedX;
  const final = closed && (link.closeCode === 4403 || link.closeCode === 4404);
  return (
    <main id="main" className="lobby">
      <div role="alert">
        <Empty level={1} icon={<Icon size={44} stroke={1.2} />} title={closed ? t('room.notOpen') : t('room.notReached')}
          action={
            <Group mt="md" justify="center">
              {link.closeCode === 4401 && closed && <Button component="a" href={signInAddress(`/rooms/${id}`)} onClick={leaveToSignIn}>{t('room.signInAgain')}</Button>}
              {!final && link.closeCode !== 4401 && <Button onClick={() => session.connection.reconnect()}>{t('room.tryNow')}</Button>}
              <Button component={Link} to="/" variant="default">{t('notFound.home')}</Button>
            </Group>
          }>
          {why}
        </Empty>
        {final && session.unsent().map((text) => (
          <div key={text} className="card" style={{ marginTop: 14 }}>
            <strong>{t('room.stranded')}</strong>
            <pre className="strandedtext" tabIndex={0}>{text}</pre>
            <CopyButton value={text}>{({ copied, copy }) => <Button mt="sm" size="xs" variant="default" onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}</CopyButton>
          </div>
        ))}
      </div>
    </main>
  );
}
