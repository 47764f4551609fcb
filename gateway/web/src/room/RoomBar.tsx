import { Button, Modal, TextInput, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconPhone } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { clock } from '../shell/when';
import { opened, type RoomProps } from './parts';

export function RoomBar(props: RoomProps) {
  const { id, session, snapshot } = props;
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const [asking, setAsking] = useState<'end' | 'link' | 'release' | null>(null);
  const [url, setUrl] = useState(room.callLink ?? '');
  const interviewer = you.capabilities.includes('INTERVIEW');
  const ended = room.status === 'ENDED';
  const close = () => setAsking(null);
  return (
    <header className="roombar">
      <Link to={`/interviews/${id}`} className="dim" aria-label={t('room.leave')}><IconArrowLeft size={20} style={{ display: 'block' }} /></Link>
      <span className="title grow clip">{room.title}</span>
      <SavedMark {...props} />
      <Clock {...props} />
      {room.callLink && /^https:/.test(room.callLink) && (
        <Button component="a" href={room.callLink} target="_blank" rel="noreferrer noopener" size="xs" variant="default" leftSection={<IconPhone size={15} />}>{t('room.call')}</Button>
      )}
      {interviewer && !ended && (
        <>
          <Button className="wideonly" size="xs" variant="subtle" color="gray" onClick={() => { setUrl(room.callLink ?? ''); setAsking('link'); }}>{room.callLink ? t('room.changeCall') : t('room.setCall')}</Button>
          <Button className="wideonly" size="xs" variant="subtle" color="gray" disabled={room.questions.every((q) => q.released)} onClick={() => setAsking('release')}>{t('room.release')}</Button>
          <Button size="xs" variant="default" onClick={() => setAsking('end')}>{t('room.end')}</Button>
        </>
      )}
      {interviewer && ended && room.questions.some((q) => !q.released) && <Button size="xs" onClick={() => setAsking('release')}>{t('room.release')}</Button>}
      {ended && <Button component={Link} to={`/reports/${id}`} size="xs" variant={interviewer ? 'default' : 'filled'}>{t('interview.report')}</Button>}

      <Modal opened={asking === 'end'} onClose={close} title={t('room.endTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
        <p className="dim" style={{ marginTop: 0 }}>{t('room.endText')}</p>
        {snapshot.waiting > 0 && <p>{t('room.endWaiting', { count: snapshot.waiting })}</p>}
        <div style={{ display: 'flex', gap: 10, justifyContent: 'flex-end' }}>
          <Button variant="default" data-autofocus onClick={close}>{t('cancel')}</Button>
          <Button color="red.9" onClick={() => { session.command({ type: 'end-room' }); close(); }}>{t('room.endYes')}</Button>
        </div>
      </Modal>
      <Modal opened={asking === 'release'} onClose={close} title={t('room.releaseTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
        <p className="dim" style={{ marginTop: 0 }}>{t('room.releaseText')}</p>
        <div style={{ display: 'flex', gap: 10, justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={close}>{t('cancel')}</Button>
          <Button data-autofocus onClick={() => { session.command({ type: 'release-feedback' }); close(); }}>{t('room.releaseYes')}</Button>
        </div>
      </Modal>
      <Modal opened={asking === 'link'} onClose={close} title={t('room.setCall')} closeButtonProps={{ 'aria-label': t('close') }}>
        <form onSubmit={(e) => { e.preventDefault(); if (/^https:\/\/\S+$/.test(url)) { session.command({ type: 'set-call-link', url }); close(); } }}>
          <TextInput data-autofocus type="url" placeholder="https://" label={t('new.callLink')} description={t('new.callLinkHint')} value={url} onChange={(e) => setUrl(e.currentTarget.value.trim())} error={url && !/^https:\/\/\S+$/.test(url) ? t('new.linkNeeded') : null} />
          <Button type="submit" mt="md">{t('save')}</Button>
        </form>
      </Modal>
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
  const { clockAhead } = props.snapshot;
  const [now, setNow] = useState(Date.now());
  const running = room.status === 'LIVE';
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  if (room.status === 'ENDED') return <span className="dim small">{t('status.ENDED')}</span>;
  if (!room.startedAt) return <span className="dim small nums wideonly">{t('minutes', { count: room.plannedMinutes })}</span>;
  const elapsed = (now + clockAhead - Date.parse(room.startedAt)) / 1000;
  const over = elapsed > room.plannedMinutes * 60;
  return <span className="mono small nums" role="timer" aria-label={t('room.time')} style={over ? { color: 'var(--part)' } : undefined}>{clock(elapsed)} <span className="dim wideonly">/ {clock(room.plannedMinutes * 60)}</span></span>;
}
