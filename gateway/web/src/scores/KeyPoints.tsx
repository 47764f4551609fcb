import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoredKeyPoint, Span, Verdict } from '../api/types';
import { useReasons } from './useReasons';
import './scores.css';

type Props = {
  points: ScoredKeyPoint[];
  answer: string;
  lang: string;
  light: (point: number | null) => void;
  /** The candidate's own words, as what leads to them. */
  quote: (span: Span, words: string) => ReactNode;
};

/** Each key point with its verdict, the words it rests on and what was not found. Pointing at one lights its words. */
export function KeyPoints({ points, answer, lang, light, quote }: Props) {
  const { t } = useTranslation();
  const { ofPoint } = useReasons();
  return (
    <ol className="points">
      {points.map((point, i) => (
        <li key={i} className="verdict" onMouseEnter={() => light(i)} onMouseLeave={() => light(null)} onFocus={() => light(i)} onBlur={() => light(null)}>
          <span className={`tag ${point.verdict}`}>{t(`verdict.${point.verdict}`)}</span>
          <div lang={lang}>
            <div><span className="dim nums no">{i + 1}</span> {point.text} {point.weight > 1 && <span className="tiny dim nums weight">{t('score.weight', { count: point.weight })}</span>}</div>
            {point.evidence.length > 0 && <div className="small evidence">{point.evidence.map((span) => <span key={`${span.from} ${span.to}`}>{quote(span, answer.slice(span.from, span.to))}</span>)}</div>}
            {point.missed.length > 0 && <div className="small missed">{t('score.missed', { terms: point.missed.join(t('comma')) })}</div>}
            {point.rules?.map((code) => <div key={code} className="small dim">{ofPoint(code)}</div>)}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** How many of them are covered, in a line. */
export function Tally({ points }: { points: ScoredKeyPoint[] }) {
  const { t } = useTranslation();
  const having = (verdict: Verdict) => points.filter((it) => it.verdict === verdict).length;
  const partly = having('PARTLY');
  return t(partly > 0 ? 'score.foundPartly' : 'score.found', { found: having('COVERED'), count: points.length, partly });
}
