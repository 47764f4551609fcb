import { StateEffect, StateField } from '@codemirror/state';

/** Where somebody else is in a document; `moves` counts how often they were heard of. */
export type Peer = { anchor: number; head: number; moves: number };

export const movePeer = StateEffect.define<{ person: string; anchor: number; head: number }>();
export const removePeer = StateEffect.define<string>();

/** The others' selections, carried along by every change until their owner moves again. */
export const peers = StateField.define<ReadonlyMap<string, Peer>>({
  create: () => new Map(),
  update(before, transaction) {
    const effects = transaction.effects.filter((e) => e.is(movePeer) || e.is(removePeer));
    if (effects.length === 0 && (!transaction.docChanged || before.size === 0)) return before;
    const { changes, newDoc } = transaction;
    const after = new Map<string, Peer>();
    for (const [person, peer] of before) {
      after.set(person, { ...peer, anchor: changes.mapPos(peer.anchor, -1), head: changes.mapPos(peer.head, -1) });
    }
    for (const effect of effects) {
      if (effect.is(removePeer)) after.delete(effect.value);
      if (!effect.is(movePeer)) continue;
      const { person, anchor, head } = effect.value;
      const within = (at: number) => Math.max(0, Math.min(at, newDoc.length));
      after.set(person, { anchor: within(anchor), head: within(head), moves: (after.get(person)?.moves ?? 0) + 1 });
    }
    return after;
  },
});
