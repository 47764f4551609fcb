import { useTranslation } from 'react-i18next';
import type { Report } from '../api/types';
import { needsReview } from './proposals';

/** The mean of what has a score, and how much has none: that is never a 0. */
export function Overall({ report: { overall, questions } }: { report: Report }) {
  const { t } = useTranslation();
  const failed = questions.filter((q) => q.failed).length;
  const review = questions.filter((q) => q.notes?.includes('NEEDS_REVIEW') || q.proposals?.some(needsReview)).length;
  const counts = [...(overall.open > 0 ? [['open', overall.open] as const] : []), ['scored', overall.scored], ['pending', overall.pending], ['notScored', overall.notScored], ['notAnswered', overall.notAnswered]] as const;
  return (
    <section className="card overall" aria-label={t('report.overall')}>
      <div>
        <div className="dim small" style={{ marginBottom: 8 }}>{t('report.overall')}</div>
        {typeof overall.score === 'number' ? <div className="score">{overall.score}<small> / 100</small></div> : <div className="nofigure">{t(overall.pending > 0 || overall.open > 0 ? 'report.noScore' : 'report.noneScored')}</div>}
      </div>
      <dl>{counts.map(([name, n]) => <div key={name}><dt>{t(`report.count.${name}`)}</dt><dd>{n}</dd></div>)}</dl>
      <p className="tiny dim">{overall.scored > 0 && `${t('report.how', { count: overall.scored })}${t('gap')}`}{t('report.what')}</p>
      {review > 0 && <p className="small overallnote">{t('report.someReview', { count: review })}</p>}
      {failed > 0 && <p className="small overallnote">{t('report.someFailed', { count: failed })}</p>}
    </section>
  );
}
