import { isolateHistory } from '@codemirror/commands';
import { Transaction, type Text, type TransactionSpec } from '@codemirror/state';
import { LONGEST_EDIT } from './limits';

/**
 * A deletion in pieces no larger than what may be added at once, or null when it is that already: undo adds a piece
 * again, and the service takes it.
 */
export function inPieces(transaction: Transaction): TransactionSpec[] | null {
  if (!transaction.docChanged || transaction.annotation(Transaction.remote)) return null;
  const replaced: { from: number; to: number; insert: Text }[] = [];
  transaction.changes.iterChanges((from, to, _fromB, _toB, insert) => void replaced.push({ from, to, insert }));
  const [only, more] = replaced;
  if (!only || more || only.to - only.from <= LONGEST_EDIT) return null;
  const { doc } = transaction.startState;
  const annotations = [isolateHistory.of('full'), Transaction.userEvent.of(transaction.annotation(Transaction.userEvent) ?? 'delete')];
  const pieces: TransactionSpec[] = [];
  let end = only.to;
  while (end - only.from > LONGEST_EDIT) {
    const isInCharacter = /[\udc00-\udfff]/.test(doc.sliceString(end - LONGEST_EDIT, end - LONGEST_EDIT + 1));
    const start = end - LONGEST_EDIT + (isInCharacter ? 1 : 0);
    pieces.push({ changes: { from: start, to: end }, annotations });
    end = start;
  }
  return [...pieces, { changes: { ...only, to: end }, selection: transaction.newSelection, effects: transaction.effects, scrollIntoView: transaction.scrollIntoView, annotations }];
}
