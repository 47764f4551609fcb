import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconDots, IconPhone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { clock } from '../shell/when';
import { isCallLink } from '../shell/fields';
import { opened, type RoomProps } from './parts';
import { Presence } from './Presence';
import { CallLinkDialog, EndDialog, ReleaseDialog } from './RoomDialogs';

type Action = { label: string; run?: () => void; href?: string; disabled?: boolean; loud?: boolean };

export function RoomBar(props: RoomProps) {
  const { id } = props;
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const [asking, setAsking] = useState<'end' | 'link' | 'release' | null>(null);
  const interviewer = you.capabilities.includes('INTERVIEW');
  const ended = room.status === 'ENDED';
  const close = () => setAsking(null);
  const call = !ended && room.callLink && isCallLink(room.callLink) ? room.callLink : null;
  const unreleased = room.questions.some((q) => !q.released);
  const actions: Action[] = [
    ...(interviewer && !ended ? [{ label: room.callLink ? t('room.changeCall') : t('room.setCall'), run: () => setAsking('link') }] : []),
    ...(interviewer && (!ended || unreleased) ? [{ label: t('room.release'), run: () => setAsking('release'), disabled: !unreleased }] : []),
    ...(interviewer && !ended ? [{ label: t('room.end'), run: () => setAsking('end'), loud: true }] : []),
  ];
  return (
    <header className="roombar">
      <Link to={`/interviews/${id}`} className="dim" aria-label={t('room.leave')}><IconArrowLeft size={20} style={{ display: 'block' }} /></Link>
      <h1 className="title grow clip">{room.title}</h1>
      <Presence {...props} />
      {!ended && <SavedMark {...props} />}
      <Clock {...props} />
      {call && <Button component="a" href={call} target="_blank" rel="noreferrer noopener" size="xs" variant="default" className="roomy" leftSection={<IconPhone size={15} />}>{t('room.call')}</Button>}
      {actions.map((a) => <Button key={a.label} className="roomy" size="xs" variant={a.loud ? 'default' : 'subtle'} color={a.loud ? undefined : 'gray'} disabled={a.disabled} onClick={a.run}>{a.label}</Button>)}
      {ended && <Button component={Link} to={`/replays/${id}`} size="xs" variant="default" className="wideonly">{t('replay.watch')}</Button>}
      {ended && <Button component={Link} to={`/reports/${id}`} size="xs">{t('interview.report')}</Button>}
      {(call || actions.length > 0) && (
        <Menu position="bottom-end" width={220} withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target><ActionIcon className="cramped" variant="default" size={34} radius="xl" aria-label={t('room.more')}><IconDots size={18} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            {call && <Menu.Item component="a" href={call} target="_blank" rel="noreferrer noopener" leftSection={<IconPhone size={15} />}>{t('room.call')}</Menu.Item>}
            {actions.map((a) => <Menu.Item key={a.label} disabled={a.disabled} onClick={a.run}>{a.label}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
      <EndDialog {...props} opened={asking === 'end'} close={close} />
      <ReleaseDialog {...props} opened={asking === 'release'} close={close} />
      <CallLinkDialog {...props} opened={asking === 'link'} close={close} />
    </header>
  );
}

function SavedMark({ snapshot }: RoomProps) {
  const { t } = useTranslation();
  const offline = snapshot.link.link !== 'online';
  const kind = offline ? 'offline' : snapshot.waiting > 0 ? 'waiting' : 'saved';
  const text = offline ? (snapshot.waiting > 0 ? t('room.offlineWaiting', { count: snapshot.waiting }) : t('room.offline')) : snapshot.waiting > 0 ? t('room.waiting', { count: snapshot.waiting }) : t('room.saved');
  return <Tooltip label={t(`room.${kind}Why`)}><span className={`saved ${kind}`} data-saved={kind} tabIndex={0}><span className="dot" /><span className="nums">{text}</span></span></Tooltip>;
}

function Clock(props: RoomProps) {
  const { t } = useTranslation();
  const { room } = opened(props);
  const now = useNow(props, room.status === 'LIVE');
  if (room.status === 'ENDED') return <span className="dim small">{t('status.ENDED')}</span>;
  if (!room.startedAt) return <span className="dim small nums wideonly">{t('minutes', { count: room.plannedMinutes })}</span>;
  const elapsed = (now - Date.parse(room.startedAt)) / 1000;
  const over = elapsed > room.plannedMinutes * 60;
  return <span className="mono small nums" role="timer" aria-label={t('room.time')} style={over ? { color: 'var(--part)' } : undefined}>{clock(elapsed)} <span className="dim wideonly">/ {clock(room.plannedMinutes * 60)}</span></span>;
}

/** The service's time, once a second while it matters. */
export function useNow({ snapshot }: RoomProps, running: boolean) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now + snapshot.clockAhead;
}
