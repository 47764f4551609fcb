import type { LinkState } from './connection';
import type { RoomSession, RoomSnapshot } from './session';
import type { RoomView } from './wire';

export type RoomProps = { id: string; session: RoomSession; snapshot: RoomSnapshot };

/** A room that has greeted this page. */
export const opened = ({ snapshot }: RoomProps): { room: RoomView; you: NonNullable<RoomSnapshot['you']> } => ({
  room: snapshot.room!,
  you: snapshot.you!,
});

/** Nothing written now could ever be accepted; signed out (4401) is not that, the work waits for the return. */
export const isShutOut = ({ link, closeCode }: LinkState) => link === 'closed' && (closeCode === 4403 || closeCode === 4404);

/** Where somebody is, as far as this page knows: without a line it does not. */
export const whereIs = ({ link, presence }: RoomSnapshot, person: string): 'here' | 'away' | 'unknown' =>
  link.link !== 'online' ? 'unknown' : presence.some((p) => p.person === person && p.online) ? 'here' : 'away';

/** Names what a desk keeps over a reload: of this room and this person. */
export const keptName = (props: RoomProps, what: string) => `${props.id}.${opened(props).you.person}.${what}`;
