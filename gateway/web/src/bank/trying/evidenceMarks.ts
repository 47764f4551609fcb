import { RangeSetBuilder, StateEffect, StateField, type ChangeDesc, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { ScoredKeyPoint } from '../../api/types';
import { pieces, standing } from '../../scores/evidence';

type Marked = { points: ScoredKeyPoint[]; lit: number | null; marks: DecorationSet };

/** The words that earned something, with offsets of the text as it is. */
export const showEvidence = StateEffect.define<ScoredKeyPoint[]>();
/** The key point whose words are lit. */
export const light = StateEffect.define<number | null>();

const nothing: Marked = { points: [], lit: null, marks: Decoration.none };

function marksOf(points: ScoredKeyPoint[], lit: number | null, text: Text): DecorationSet {
  if (points.every((it) => it.evidence.length === 0)) return Decoration.none;
  const marks = new RangeSetBuilder<Decoration>();
  let at = 0;
  for (const piece of pieces(text.toString(), points)) {
    const from = at;
    at += piece.text.length;
    if (!piece.verdict) continue;
    const title = piece.points.map((p) => `${p + 1}. ${points[p]!.text}`).join('\n');
    marks.add(from, at, Decoration.mark({ class: `ev ${piece.verdict}${standing(piece.points, lit)}`, attributes: { title } }));
  }
  return marks.finish();
}

/** Words stay marked while the text around them changes, until newer evidence is there. Those that were written into are no evidence any more. */
const moved = (points: ScoredKeyPoint[], changes: ChangeDesc): ScoredKeyPoint[] =>
  points.map((point) => ({
    ...point,
    evidence: point.evidence.flatMap(({ from, to }) => {
      const words = { from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) };
      return words.to - words.from === to - from ? [words] : [];
    }),
  }));

export const evidenceMarks = StateField.define<Marked>({
  create: () => nothing,
  update(before, transaction) {
    let { points, lit } = before;
    if (transaction.docChanged) points = moved(points, transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(showEvidence)) points = effect.value;
      if (effect.is(light)) lit = effect.value;
    }
    return points === before.points && lit === before.lit ? before : { points, lit, marks: marksOf(points, lit, transaction.newDoc) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});
