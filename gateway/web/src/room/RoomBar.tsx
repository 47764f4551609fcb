import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCommand, IconDots, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ariaKeys, caps } from '../shell/Keys';
import { useFrame } from '../shell/frame';
import { Countdown, TimeCall } from './Countdown';
import { openQuestion } from './deadlines';
import { opened, type RoomProps } from './parts';
import { Presence } from './Presence';
import { keysOf, type Doing } from './roomActions';
import type { RoomDialog } from './RoomDialogs';
import { callLinkOf, roomDoings } from './roomDoings';

type Props = RoomProps & { open: (dialog: RoomDialog) => void };

export function RoomBar(props: Props) {
  const { id, open } = props;
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const { openPalette } = useFrame();
  const interviewer = you.capabilities.includes('INTERVIEW');
  const ended = room.status === 'ENDED';
  const call = callLinkOf(room);
  const doings = roomDoings(props, open, t);
  const named = (action: 'find' | 'focus' | 'time' | 'callLink' | 'release' | 'end') => ({ action, name: t(`action.${action}`), ...(doings[action] as Doing) });
  const buttons = interviewer ? [named('callLink'), { ...named('release'), name: t('room.release') }, { ...named('end'), name: t('room.end') }].filter((it) => !it.absent) : [];
  const more = interviewer ? [named('find'), { ...named('focus'), name: t('focus.title') }, named('time'), ...buttons].filter((it) => !it.absent) : [];
  return (
    <header className="roombar">
      <Link to={`/interviews/${id}`} className="dim" aria-label={t('room.leave')}><IconArrowLeft size={20} style={{ display: 'block' }} /></Link>
      <h1 className="title grow clip">{room.title}</h1>
      <Presence {...props} />
      {!ended && <SavedMark {...props} />}
      <Clocks {...props} settable={interviewer} />
      <Tooltip label={`${t('palette.open')} · Ctrl K`}><ActionIcon className="roomy" variant="subtle" color="gray" aria-label={t('palette.open')} aria-keyshortcuts="Control+K" onClick={openPalette}><IconCommand size={18} stroke={1.7} /></ActionIcon></Tooltip>
      {call && <Button component="a" href={call} target="_blank" rel="noreferrer noopener" size="xs" variant="default" className="roomy" leftSection={<IconPhone size={15} />}>{t('room.call')}</Button>}
      {buttons.map((it) => (
        <Button key={it.action} className={it.action === 'callLink' ? 'roomy quiet' : 'roomy'} size="xs" variant={it.action === 'end' ? 'default' : 'subtle'} color={it.action === 'end' ? undefined : 'gray'} disabled={Boolean(it.whyNot)}
          title={caps(keysOf(it.action)).join(' ')} aria-keyshortcuts={ariaKeys(keysOf(it.action))} onClick={it.run}>{it.label ?? it.name}</Button>
      ))}
      {ended && <Button component={Link} to={`/replays/${id}`} size="xs" variant="default" className="wideonly">{t('replay.watch')}</Button>}
      {ended && <Button component={Link} to={`/reports/${id}`} size="xs">{t('interview.report')}</Button>}
      <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target><ActionIcon className="cramped" variant="default" size={34} radius="xl" aria-label={t('room.more')}><IconDots size={18} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {call && <Menu.Item component="a" href={call} target="_blank" rel="noreferrer noopener" leftSection={<IconPhone size={15} />}>{t('room.call')}</Menu.Item>}
          {more.map((it) => <Menu.Item key={it.action} disabled={Boolean(it.whyNot)} onClick={it.run}>{it.label ?? it.name}</Menu.Item>)}
          <Menu.Item leftSection={<IconCommand size={15} />} onClick={openPalette}>{t('palette.all')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}

function SavedMark({ snapshot }: RoomProps) {
  const { t } = useTranslation();
  const { waiting } = snapshot;
  const offline = snapshot.link.link !== 'online';
  const kind = offline ? 'offline' : waiting > 0 ? 'waiting' : 'saved';
  const text = offline ? (waiting > 0 ? t('room.offlineWaiting', { count: waiting }) : t('room.offline')) : waiting > 0 ? t('room.waiting', { count: waiting }) : t('room.saved');
  const short = kind === 'saved' ? text : waiting > 0 ? waiting : t('room.offline');
  return <Tooltip label={t(`room.${kind}Why`)}><span className={`saved ${kind}`} data-saved={kind} tabIndex={0}><span className="dot" /><span className="nums wideonly">{text}</span><span className="nums narrowonly">{short}</span></span></Tooltip>;
}

/** What is left of the open question and of the interview, by the service's deadlines. */
function Clocks(props: Props & { settable: boolean }) {
  const { t } = useTranslation();
  const { room } = opened(props);
  if (room.status === 'ENDED') return <span className="dim small">{t('status.ENDED')}</span>;
  if (!room.deadline) return <span className="dim small nums wideonly">{t('minutes', { count: room.plannedMinutes })}</span>;
  const question = openQuestion(room);
  const clocks = [
    ...(question?.deadline ? [{ name: t('time.question'), said: t('report.question', { n: question.question }), deadline: question.deadline }] : []),
    { name: t('time.interview'), said: t('time.interview'), deadline: room.deadline },
  ];
  const shown = clocks.map(({ name, deadline }) => (
    <span key={name} className="clock" role={props.settable ? undefined : 'timer'} aria-label={props.settable ? undefined : name}>
      <span className="tiny dim">{name} </span><span className="mono"><Countdown {...props} deadline={deadline} /></span>
    </span>
  ));
  return (
    <>
      {props.settable
        ? <Tooltip label={`${t('action.time')} · ${caps(keysOf('time')).join(' ')}`}><button className="plain clocks" aria-keyshortcuts={ariaKeys(keysOf('time'))} onClick={() => props.open('time')}>{shown}</button></Tooltip>
        : <span className="clocks">{shown}</span>}
      {clocks.map(({ said, deadline }) => <TimeCall key={said} {...props} name={said} deadline={deadline} />)}
    </>
  );
}
