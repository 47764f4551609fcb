import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoredKeyPoint, Span } from '../../api/types';
import { Figure } from '../../scores/Figure';
import { KeyPoints, Tally } from '../../scores/KeyPoints';
import { Remarks } from '../../scores/Remarks';
import { ScorerLine } from '../../scores/ScorerLine';
import { useReasons } from '../../scores/useReasons';
import type { Found } from './useTrial';

type Props = {
  found: Found | null;
  points: ScoredKeyPoint[];
  /** There is an answer; before that only what will be looked for is shown. */
  begun: boolean;
  busy: boolean;
  lang: string;
  /** Stands above the key points. */
  above: ReactNode;
  light: (point: number | null) => void;
  show: (span: Span) => void;
};

export function TrialOutcome({ found, points, begun, busy, lang, above, light, show }: Props) {
  const { t } = useTranslation();
  if (!found) return busy && begun ? <div role="status" aria-label={t('try.scoring')}><Skeleton height={44} width={150} mb={14} /><Skeleton height={14} mb={10} /><Skeleton height={14} width="70%" /></div> : <p className="dim small">{t('try.empty')}</p>;
  if (!begun) return <LookedFor points={points} lang={lang} above={above} />;
  return (
    <div className="outcome-of-trial" aria-busy={busy}>
      <Total found={found} points={points} />
      {points.length > 0 && (
        <section>
          <h3 className="dim small">{t('score.points')} <span className="tiny nums tally"><Tally points={points} /></span></h3>
          {above}
          <KeyPoints points={points} answer={found.trial.answer} lang={lang} light={light}
            quote={(span, words) => <button type="button" className="plain quote" title={t('try.showWords')} onClick={() => show(span)}>“{words}”</button>} />
        </section>
      )}
      <Remarks notes={found.outcome.notes.filter((it) => it !== found.outcome.reason)} />
      <ScorerLine scorer={found.outcome.scorer} />
    </div>
  );
}

function Total({ found: { outcome }, points }: { found: Found; points: ScoredKeyPoint[] }) {
  const { t } = useTranslation();
  const { reason, advice } = useReasons();
  const [low, high] = outcome.interval ?? [null, null];
  if (outcome.score === null) {
    const why = outcome.reason ?? '';
    return (
      <div role="status">
        <span className="tag quiet">{t('try.notScored')}</span>
        <p className="small">{why && reason(why)}{advice(why) && `${t('gap')}${advice(why)}`}</p>
        <p className="tiny dim">{t('score.notZero')}</p>
      </div>
    );
  }
  return (
    <>
      <p className="unseen" role="status">{outcome.score} {low !== null && t('score.interval', { low, high })} <Tally points={points} /></p>
      <Figure score={outcome.score} low={low} high={high} />
      {outcome.reason && <p className="small">{reason(outcome.reason)}</p>}
    </>
  );
}

function LookedFor({ points, lang, above }: Pick<Props, 'points' | 'lang' | 'above'>) {
  const { t } = useTranslation();
  return (
    <>
      <p className="dim small">{t('try.empty')}</p>
      {points.length > 0 && (
        <>
          <h3 className="dim small">{t('try.points')}</h3>
          {above}
          <ol className="lookedfor small" lang={lang}>{points.map((it, i) => <li key={i}>{it.text} {it.weight > 1 && <span className="tiny dim nums" title={t('score.weight', { count: it.weight })}>×{it.weight}</span>}</li>)}</ol>
        </>
      )}
    </>
  );
}
