import { useEffect, useState, useSyncExternalStore } from 'react';
import { queryClient } from '../api/queries';
import { editorExtensions } from './editor/extensions';
import type { Socket } from './connection';
import { claimPage, openPageStore, save } from './pageStore';
import { RoomSession, type RoomSnapshot } from './session';

/** Opens the room for as long as the view is shown; its unsent work outlives it. */
export function useRoom(room: string, person: string): RoomSession | null {
  const [opened, setOpened] = useState<RoomSession | null>(null);
  useEffect(() => {
    let gone = false;
    let session: RoomSession | null = null;
    const warn = (event: BeforeUnloadEvent) => {
      if (session?.holdsWork() && !leavingToSignIn) event.preventDefault();
    };
    const online = () => session?.connection.reconnect();
    void (async () => {
      const db = await openPageStore().catch(() => null);
      const record = await claimPage(db, room, person);
      if (gone) return;
      const created = new RoomSession({
        record,
        around: {
          open: () => new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/rooms/${encodeURIComponent(room)}`) as unknown as Socket,
          later: (task, ms) => {
            const timer = setTimeout(task, ms);
            return () => clearTimeout(timer);
          },
          random: Math.random,
        },
        now: Date.now,
        save: (kept) => (db ? save(db, kept) : Promise.reject(new Error('IndexedDB'))),
        extensions: editorExtensions,
      });
      session = created;
      addEventListener('beforeunload', warn);
      addEventListener('online', online);
      created.connection.start();
      setOpened(created);
    })();
    return () => {
      gone = true;
      session?.connection.stop();
      removeEventListener('beforeunload', warn);
      removeEventListener('online', online);
      dispatchEvent(new Event('mockingbird:leave-room'));
      void queryClient.invalidateQueries({ queryKey: ['interviews'] });
    };
  }, [room, person]);
  return opened;
}

let leavingToSignIn = false;
/** The work is in the page's store and comes back after signing in, so leaving needs no warning. */
export const leaveToSignIn = () => {
  leavingToSignIn = true;
};

export const useSnapshot = (session: RoomSession): RoomSnapshot => useSyncExternalStore(session.subscribe, session.current);
