import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMe } from '../api/queries';
import { CandidateDesk } from './CandidateDesk';
import { Banners } from './Banners';
import { FocusBanner } from './FocusBanner';
import { InterviewerDesk } from './InterviewerDesk';
import { Lobby } from './Lobby';
import { NotOpen } from './NotOpen';
import { isShutOut } from './parts';
import { RoomBar } from './RoomBar';
import { RoomDialogs, type RoomDialog } from './RoomDialogs';
import type { RoomSession } from './session';
import { useRoom, useSnapshot } from './useRoom';

export default function Room() {
  const { id = '' } = useParams();
  const me = useMe();
  const session = useRoom(id, me.data?.id ?? '');
  return session ? <OpenRoom id={id} session={session} /> : <Opening />;
}

function OpenRoom({ id, session }: { id: string; session: RoomSession }) {
  const { t } = useTranslation();
  const snapshot = useSnapshot(session);
  const { room, you, link } = snapshot;
  const [dialog, open] = useState<RoomDialog | null>(null);
  useEffect(() => {
    document.title = `${room?.title ?? t('room.title')} · Mockingbird`;
  }, [room?.title, t]);
  if (!room || !you) {
    return link.link === 'closed' || link.attempt > 1 ? (
      <div className="room"><div /><NotOpen id={id} session={session} link={link} /></div>
    ) : <Opening />;
  }
  const mine = room.members.find((m) => m.person === you.person);
  const staff = you.capabilities.includes('INTERVIEW') || you.capabilities.includes('OBSERVE');
  const inside = staff || (mine?.consented && mine.admitted) || (room.status === 'ENDED' && mine?.admitted);
  if (isShutOut(link) && !inside) return <div className="room"><div /><NotOpen id={id} session={session} link={link} /></div>;
  const props = { id, session, snapshot };
  return (
    <div className="room">
      <div>
        <RoomBar {...props} open={open} />
        <FocusBanner {...props} />
        <Banners {...props} />
      </div>
      {!inside ? <Lobby {...props} /> : staff ? <InterviewerDesk {...props} open={open} /> : <CandidateDesk {...props} open={open} />}
      <RoomDialogs {...props} dialog={dialog} close={() => open(null)} />
    </div>
  );
}

function Opening() {
  const { t } = useTranslation();
  return (
    <div className="room">
      <div className="roombar"><Skeleton width={220} height={16} /></div>
      <main id="main" className="desk" data-shown="question">
        <h1 className="unseen">{t('room.title')}</h1>
        <p className="unseen" role="status">{t('loading')}</p>
        <div className="pane">{[0, 1, 2, 3].map((i) => <Skeleton key={i} height={38} mb={12} radius="md" />)}</div>
        <div className="pane" data-pane="question"><Skeleton height={26} width="70%" mb={20} /><Skeleton height={220} /></div>
        <div className="pane"><Skeleton height={140} /></div>
      </main>
    </div>
  );
}
