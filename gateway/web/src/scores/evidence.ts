import type { Outcome, ScoredKeyPoint, Verdict } from '../api/types';

/** `ends` are those of its key points whose words end with it. */
export type Piece = { text: string; points: number[]; ends: number[]; verdict: Verdict | null };

const BEST_FIRST = ['COVERED', 'PARTLY', 'MISSING'] as const;

type Mark = { index: number; verdict: Verdict; from: number; to: number };

function marks(answer: string, keyPoints: ScoredKeyPoint[]): Mark[] {
  const inside = (at: number) => Math.max(0, Math.min(at, answer.length));
  return keyPoints
    .flatMap((point, index) => point.evidence.map(({ from, to }) => ({ index, verdict: point.verdict, from: inside(from), to: inside(to) })))
    .filter((mark) => mark.from < mark.to);
}

/**
 * Cuts the answer where evidence begins or ends (offsets are UTF-16 units). Evidence of several key points may overlap:
 * a piece names all of them and shows the best verdict.
 */
export function pieces(answer: string, keyPoints: ScoredKeyPoint[]): Piece[] {
  const found = marks(answer, keyPoints);
  const cuts = [...new Set([0, answer.length, ...found.flatMap((s) => [s.from, s.to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i]!;
    const over = found.filter((s) => s.from < to && s.to > from);
    const verdict = BEST_FIRST.find((it) => over.some((s) => s.verdict === it)) ?? null;
    const indexes = (of: Mark[]) => [...new Set(of.map((s) => s.index))];
    return { text: answer.slice(from, to), points: indexes(over), ends: indexes(over.filter((s) => s.to === to)), verdict };
  });
}

/** What a trial found of each key point, as a report has it. */
export const pointsOf = (outcome: Outcome): ScoredKeyPoint[] => outcome.keyPoints.map(({ spans, ...point }) => ({ ...point, evidence: spans }));

/** How words of these key points stand out while one of all is pointed at. */
export const standing = (points: number[], lit: number | null) => (lit === null ? '' : points.includes(lit) ? ' lit' : ' faded');
