import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Playback, Player } from './player';

/** One aspect of the playback; only its own changes are drawn. `select` gives the same value while nothing changed. */
export function usePlayback<T>(player: Player, select: (playback: Playback) => T): T {
  const read = () => select(player.current());
  return useSyncExternalStore(useCallback((listener) => player.subscribe(listener), [player]), read, read);
}

/** On the interview's clock, as whole seconds: what a person reads off a clock. */
export const useSecond = (player: Player) => usePlayback(player, ({ time }) => Math.floor(time / 1000) * 1000);

/** A look for every frame that the screen draws, as long as it plays. */
export function useTicking(player: Player) {
  const playing = usePlayback(player, (p) => p.playing);
  useEffect(() => {
    if (!playing) return;
    let next = requestAnimationFrame(function look(now) {
      player.tick(now);
      next = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(next);
  }, [player, playing]);
}
