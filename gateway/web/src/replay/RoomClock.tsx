import { useTranslation } from 'react-i18next';
import type { RoomView } from '../room/wire';
import { clock, useWhen } from '../shell/when';
import type { Player } from './player';
import { useSecond } from './usePlayback';

/** The room's clocks as they stood. */
export function RoomClock({ player, room, begin }: { player: Player; room: RoomView; begin: number }) {
  const { t } = useTranslation();
  const when = useWhen();
  const second = useSecond(player);
  const started = room.startedAt ? Date.parse(room.startedAt) : begin;
  const used = ((room.endedAt ? Math.min(second, Date.parse(room.endedAt)) : second) - started) / 1000;
  const focused = room.focusUntil ? (Date.parse(room.focusUntil) - second) / 1000 : 0;
  return (
    <>
      {focused > 0 && <span className="tag focustag nums">{t('replay.focus', { time: clock(focused) })}</span>}
      <span className="small dim nums wideonly">{when.at(new Date(second).toISOString())}</span>
      {room.status === 'WAITING' ? <span className="small dim">{t('status.WAITING')}</span>
        : <span className="mono small nums" role="timer" aria-label={t('replay.roomTime')} style={used > room.plannedMinutes * 60 ? { color: 'var(--part)' } : undefined}>{clock(used)} <span className="dim wideonly">/ {clock(room.plannedMinutes * 60)}</span></span>}
    </>
  );
}
