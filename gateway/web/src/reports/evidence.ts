import type { ScoredKeyPoint, Verdict } from '../api/types';

export type Piece = { text: string; points: number[]; verdict: Verdict | null };

/**
 * Cuts the answer where evidence begins or ends (offsets are UTF-16 units). Evidence of several key points may overlap:
 * a piece names all of them and shows the best verdict.
 */
export function pieces(answer: string, keyPoints: ScoredKeyPoint[]): Piece[] {
  const spans = keyPoints.flatMap((point, index) =>
    point.evidence.map(({ from, to }) => ({
      index,
      verdict: point.verdict,
      from: Math.max(0, Math.min(from, answer.length)),
      to: Math.max(0, Math.min(to, answer.length)),
    })),
  ).filter((span) => span.from < span.to);
  const cuts = [...new Set([0, answer.length, ...spans.flatMap((s) => [s.from, s.to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i]!;
    const over = spans.filter((s) => s.from < to && s.to > from);
    const verdict = over.some((s) => s.verdict === 'COVERED') ? 'COVERED' : over.length > 0 ? 'PARTLY' : null;
    return { text: answer.slice(from, to), points: [...new Set(over.map((s) => s.index))], verdict };
  });
}
