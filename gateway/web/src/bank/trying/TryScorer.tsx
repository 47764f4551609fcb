import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoredKeyPoint } from '../../api/types';
import { pointsOf } from '../../scores/evidence';
import type { KeyPoint } from '../../room/wire';
import { Problem } from '../../shell/Problem';
import { samples } from './samples';
import { TrialEditor, type Writing } from './TrialEditor';
import { TrialOutcome } from './TrialOutcome';
import { hasKeyPoints, isComparable, LONGEST_ANSWER, type Scorable } from './trial';
import { useTrial } from './useTrial';
import './trying.css';

type Props = {
  question: Scorable;
  answer: string;
  setAnswer: (answer: string) => void;
  /** Where the question is being written: puts key points into the form. */
  take?: (keyPoints: KeyPoint[]) => void;
  autoFocus?: boolean;
};

/** An answer and what the scorer finds in it, while either it or the question is being written. */
export default function TryScorer({ question, answer, setAnswer, take, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const [lit, light] = useState<number | null>(null);
  /** Nothing was handed in on purpose; otherwise an empty field is one that nobody wrote in yet. */
  const [blank, setBlank] = useState(false);
  const [taken, setTaken] = useState(0);
  const writing = useRef<Writing>(null);
  const { found: last, busy, error, tooLong, again } = useTrial(question, answer);
  const lang = question.language === 'zh' ? 'zh-CN' : 'en';
  const begun = answer.trim() !== '' || blank;
  // What a blank answer gets says nothing about the first words of one.
  const found = begun && !blank && last?.trial.answer.trim() === '' ? null : last;
  const points = useMemo(() => (found ? pointsOf(found.outcome) : []), [found]);
  const write = (text: string) => {
    setBlank(false);
    setAnswer(text);
  };
  const derived = found?.trial.keyPoints.length === 0 && !hasKeyPoints(question) && points.length > 0;
  return (
    <div className="trying">
      <p className="small dim">{t(take ? 'try.leadEditing' : 'try.lead')}</p>
      <TrialEditor handle={writing} text={answer} change={write} label={t('try.answer')} placeholder={t('try.placeholder')} lang={lang} points={points} of={found?.trial.answer ?? ''} lit={lit} autoFocus={autoFocus} />
      <div className="samples small" role="group" aria-label={t('try.samples')}>
        <span className="dim" aria-hidden>{t('try.samples')}</span>
        {samples(question, (language) => t(`try.unknown.${language}`)).map(({ name, answer: sample }) => (
          <Button key={name} size="compact-sm" variant="default" styles={{ label: { fontWeight: 450 } }} onClick={() => { write(sample); setBlank(name === 'blank'); }}>{t(`try.sample.${name}`)}</Button>
        ))}
      </div>
      <p className="unseen" role="status">{taken > 0 && t('try.taken', { count: taken })}</p>
      <div className={busy && begun ? 'busyline on' : 'busyline'} aria-hidden />
      {tooLong && <p className="note warn small" role="alert">{t('try.tooLong', { length: answer.length.toLocaleString('en'), most: LONGEST_ANSWER.toLocaleString('en') })}</p>}
      {error && !busy && <Problem title={t('try.failed')} error={error} retry={again} />}
      {(error || tooLong) && !busy && begun && found && <p className="small dim">{t('try.stale')}</p>}
      {isComparable(question)
        ? <TrialOutcome found={found} points={points} begun={begun} busy={busy} lang={lang} light={light} above={derived && <Derived points={points} take={take && ((keyPoints) => {
          take(keyPoints);
          setTaken(keyPoints.length);
          writing.current?.focus();
        })} />} show={(span) => writing.current?.select(span)} />
        : <div className="note warn small"><b>{t('try.nothingToCompare')}</b>{t('gap')}{t('advice.NO_REFERENCE')}</div>}
    </div>
  );
}

/** Nobody wrote key points; these are what the scorer compares with. */
function Derived({ points, take }: { points: ScoredKeyPoint[]; take?: (keyPoints: KeyPoint[]) => void }) {
  const { t } = useTranslation();
  return (
    <div className="note small derived">
      <span className="grow">{t('try.derived', { count: points.length })}</span>
      {take && <Button size="compact-sm" variant="default" onClick={() => take(points.map(({ text, weight }) => ({ text, weight })))}>{t('try.take')}</Button>}
    </div>
  );
}
