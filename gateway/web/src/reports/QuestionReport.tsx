import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReportQuestion } from '../api/types';
import { Prose } from '../bank/Prose';
import { QuestionChips } from '../bank/QuestionChips';
import { AnswerText } from '../scores/AnswerText';
import { Figure } from '../scores/Figure';
import { KeyPoints, Tally } from '../scores/KeyPoints';
import { Remarks } from '../scores/Remarks';
import { ScorerLine } from '../scores/ScorerLine';
import { useReasons } from '../scores/useReasons';
import { useWhen } from '../shell/when';
import { NoScore } from './NoScore';
import { Proposals } from './Proposals';

type Props = { interview: string; q: ReportQuestion; mayAccept?: boolean };

/** A question of a report: its score or why there is none, the answer, and the words that the score rests on. */
export function QuestionReport({ interview, q, mayAccept = false }: Props) {
  const { t } = useTranslation();
  const { reason } = useReasons();
  const [lit, light] = useState<number | null>(null);
  const points = q.keyPoints ?? [];
  const lang = q.content.language === 'zh' ? 'zh-CN' : 'en';
  const replay = `/replays/${interview}?question=${q.question}`;
  const scored = q.status === 'SCORED' && typeof q.score === 'number';
  return (
    <article className="reportq" aria-labelledby={`q${q.question}`}>
      <div className="reporthead">
        <div className="grow">
          <div className="dim small nums">{t('report.question', { n: q.question })}</div>
          <h2 id={`q${q.question}`} lang={lang}>{q.content.title}</h2>
          <QuestionChips q={q.content} />
          <div className="tiny reportlinks">
            <Link className="noprint" to={replay}>{t('replay.watchQuestion')}</Link>
            {q.hintsShown > 0 && <span className="dim nums">{t('report.hints', { count: q.hintsShown })}</span>}
          </div>
        </div>
        {scored ? <Figure score={q.score!} low={q.low} high={q.high} /> : <NoScore interview={interview} q={q} />}
      </div>
      {scored && q.reason && <p className="small">{reason(q.reason)}</p>}
      <Proposals interview={interview} q={q} mayAccept={mayAccept} />
      <div className={points.length ? 'split reportbody' : 'reportbody'}>
        <div className="answercol">
          <Answer q={q} lit={lit} lang={lang} />
          <Remarks notes={(q.notes ?? []).filter((it) => it !== q.reason)} />
        </div>
        {points.length > 0 ? (
          <div>
            <h3 className="dim small">{t('score.points')} <span className="tiny nums tally"><Tally points={points} /></span></h3>
            <KeyPoints points={points} answer={q.answer?.text ?? ''} lang={lang} light={light}
              quote={({ from, to }, words) => <Link className="dim" title={t('replay.watchWords')} to={`${replay}&attempt=${q.answer!.attempt}&words=${from}-${to}`}>“{words}”</Link>} />
          </div>
        ) : scored && <p className="small dim">{t('report.noPoints')}</p>}
      </div>
      {q.reference && <details className="reference"><summary className="small">{t('staff.reference')}</summary><div className="sunken"><Prose text={q.reference} lang={q.content.language} /></div></details>}
      {q.scorer && <ScorerLine scorer={q.scorer} question={q.content.version} />}
    </article>
  );
}

function Answer({ q, lit, lang }: { q: ReportQuestion; lit: number | null; lang: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  if (q.answer) {
    const { attempt, attempts, submittedAt, text } = q.answer;
    return (
      <>
        <h3 className="dim small">{t('report.answer')} <span className="tiny nums">{attempts > 1 && `${t('report.attempt', { attempt, attempts })} · `}{when.time(submittedAt)}</span></h3>
        {text.trim() ? <AnswerText text={text} points={q.keyPoints ?? []} focus={lit} lang={lang} /> : <p className="dim">{t('report.blank')}</p>}
      </>
    );
  }
  if (q.draft) return <><h3 className="dim small">{t('report.draft')}</h3><div className="answertext sunken" lang={lang}>{q.draft}</div></>;
  return <p className="dim">{t('report.noText')}</p>;
}
