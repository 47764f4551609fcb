import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReportQuestion } from '../api/types';
import { Prose } from '../bank/Prose';
import { QuestionChips } from '../bank/QuestionChips';
import { useWhen } from '../shell/when';
import { pieces } from './evidence';

export function QuestionReport({ interview, q }: { interview: string; q: ReportQuestion }) {
  const { t, i18n } = useTranslation();
  const when = useWhen();
  const [focus, setFocus] = useState<number | null>(null);
  const points = q.keyPoints ?? [];
  const lang = q.content.language === 'zh' ? 'zh-CN' : 'en';
  const reason = q.reason ? (i18n.exists(`reason.${q.reason}`) ? t(`reason.${q.reason}`) : q.reason) : '';
  const replay = `/replays/${interview}?question=${q.question}`;
  return (
    <article className="reportq" aria-labelledby={`q${q.question}`}>
      <div style={{ display: 'flex', gap: 32, justifyContent: 'space-between', alignItems: 'flex-start', flexWrap: 'wrap' }}>
        <div className="grow" style={{ minWidth: 260 }}>
          <div className="dim small nums">{t('report.question', { n: q.question })}</div>
          <h2 id={`q${q.question}`} style={{ margin: '4px 0 8px' }} lang={lang}>{q.content.title}</h2>
          <QuestionChips q={q.content} />
          <div className="tiny" style={{ display: 'flex', gap: 14, marginTop: 6 }}>
            <Link className="noprint" to={replay}>{t('replay.watchQuestion')}</Link>
            {q.hintsShown > 0 && <span className="dim nums">{t('report.hints', { count: q.hintsShown })}</span>}
          </div>
        </div>
        {q.status === 'SCORED' && typeof q.score === 'number' ? (
          <div>
            <div className="score">{q.score}<small className="nums"> {t('report.interval', { low: q.low ?? q.score, high: q.high ?? q.score })}</small></div>
            <div className="range" aria-hidden="true"><i style={{ left: `${q.low ?? q.score}%`, right: `${100 - (q.high ?? q.score)}%` }} /><b style={{ left: `${q.score}%` }} /></div>
          </div>
        ) : (
          <div style={{ maxWidth: 260 }}><span className={q.status === 'PENDING' ? 'tag quiet breathe' : 'tag quiet'}>{t(`report.status.${q.status}`)}</span>{reason && <p className="small dim" style={{ margin: '8px 0 0' }}>{reason}</p>}</div>
        )}
      </div>
      {q.status === 'SCORED' && reason && <p className="small dim">{reason}</p>}
      <div className={points.length ? 'split' : ''} style={{ marginTop: 26 }}>
        <div className="answercol">
          {q.answer ? (
            <>
              <h3 className="dim small" style={{ margin: '0 0 10px' }}>{t('report.answer')} <span className="tiny nums" style={{ fontWeight: 400 }}>{q.answer.attempts > 1 && `${t('report.attempt', { attempt: q.answer.attempt, attempts: q.answer.attempts })} · `}{when.time(q.answer.submittedAt)}</span></h3>
              {q.answer.text.trim() ? (
                <div className="answertext" lang={lang} data-evidence>
                  {pieces(q.answer.text, points).map((piece, i) => piece.verdict
                    ? <span key={i} className={`ev ${piece.verdict}${focus !== null && piece.points.includes(focus) ? ' focus' : ''}`} title={piece.points.map((p) => points[p]!.text).join('\n')}>{piece.text}</span>
                    : piece.text)}
                </div>
              ) : <p className="dim">{t('report.blank')}</p>}
            </>
          ) : q.draft ? (
            <><h3 className="dim small" style={{ margin: '0 0 10px' }}>{t('report.draft')}</h3><div className="answertext sunken" lang={lang}>{q.draft}</div></>
          ) : <p className="dim">{t('report.noText')}</p>}
          {q.notes && q.notes.length > 0 && <p className="small dim">{q.notes.map((n) => (i18n.exists(`note.${n}`) ? t(`note.${n}`) : n)).join(t('gap'))}</p>}
        </div>
        {points.length > 0 && (
          <div>
            <h3 className="dim small" style={{ margin: '0 0 10px' }}>{t('staff.keyPoints')}</h3>
            {points.map((point, i) => (
              <div key={i} className="verdict" tabIndex={point.evidence.length ? 0 : undefined} onMouseEnter={() => setFocus(i)} onMouseLeave={() => setFocus(null)} onFocus={() => setFocus(i)} onBlur={() => setFocus(null)}>
                <span className={`tag ${point.verdict}`}>{t(`verdict.${point.verdict}`)}</span>
                <div lang={lang}>
                  <div>{point.text} {point.weight > 1 && <span className="tiny dim nums">×{point.weight}</span>}</div>
                  {q.answer && point.evidence.length > 0 && (
                    <div className="small evidence" style={{ marginTop: 4 }}>
                      {point.evidence.map((e) => <Link key={e.from} className="dim" title={t('replay.watchWords')} to={`${replay}&attempt=${q.answer!.attempt}&words=${e.from}-${e.to}`}>“{q.answer!.text.slice(e.from, e.to)}”</Link>)}
                    </div>
                  )}
                  {point.missed.length > 0 && <div className="small" style={{ marginTop: 4, color: 'var(--miss)' }}>{t('report.missed', { terms: point.missed.join(t('comma')) })}</div>}
                </div>
              </div>
            ))}
          </div>
        )}
      </div>
      {q.reference && <details style={{ marginTop: 24 }}><summary className="small" style={{ cursor: 'pointer', color: 'var(--accent)' }}>{t('staff.reference')}</summary><div className="sunken" style={{ marginTop: 10 }}><Prose text={q.reference} lang={q.content.language} /></div></details>}
      {q.scorer && <p className="tiny dim" style={{ marginTop: 16 }}>{t('report.scorer', { name: q.scorer.name, version: q.scorer.version })}</p>}
    </article>
  );
}
