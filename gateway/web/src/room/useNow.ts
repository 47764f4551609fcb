import { useEffect, useState } from 'react';
import { focusEnd } from './deadlines';
import type { RoomProps } from './parts';

type Clocked = Pick<RoomProps, 'snapshot'>;

/** The service's time, once a second while it matters. */
export function useNow({ snapshot }: Clocked, running: boolean) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now + snapshot.clockAhead;
}

/** The end of the focus time that lasts now, in the service's milliseconds; looks again when it is over. */
export function useFocusTime({ snapshot }: Clocked): number | null {
  const [, lookAgain] = useState({});
  const { room, clockAhead } = snapshot;
  const now = Date.now() + clockAhead;
  const until = room && room.status !== 'ENDED' ? focusEnd(room.focusUntil, now) : null;
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => lookAgain({}), until - (Date.now() + clockAhead) + 20);
    return () => clearTimeout(timer);
  }, [until, clockAhead]);
  return until;
}
