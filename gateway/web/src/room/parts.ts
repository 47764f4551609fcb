import type { RoomSession, RoomSnapshot } from './session';
import type { RoomView } from './wire';

export type RoomProps = { id: string; session: RoomSession; snapshot: RoomSnapshot };

/** A room that has greeted this page. */
export const opened = ({ snapshot }: RoomProps): { room: RoomView; you: NonNullable<RoomSnapshot['you']> } => ({
  room: snapshot.room!,
  you: snapshot.you!,
});
