import type { ScoredKeyPoint } from '../api/types';
import { pieces, standing } from './evidence';
import './scores.css';

type Props = { text: string; points: ScoredKeyPoint[]; focus: number | null; lang: string };

/** An answer in which the words that earned something are marked, each with the numbers of its key points. */
export function AnswerText({ text, points, focus, lang }: Props) {
  return (
    <div className="answertext" lang={lang} data-evidence>
      {pieces(text, points).map((piece, i) => piece.verdict
        ? <span key={i} className={`ev ${piece.verdict}${standing(piece.points, focus)}`} data-points={piece.ends.map((p) => p + 1).join(',') || undefined} title={piece.points.map((p) => `${p + 1}. ${points[p]!.text}`).join('\n')}>{piece.text}</span>
        : piece.text)}
    </div>
  );
}
