import { Button, Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhen } from '../../shell/when';
import { languageName } from '../editor/languages';
import type { CodeLanguage, Run as SharedRun, RoomQuestion } from '../wire';
import { RUNS_AT_MOST, type Ran } from './sandbox';
import type { Run } from './useRun';
import { LONGEST_OUTPUT } from './words';

type Props = { run: Run; question: RoomQuestion; person: (id: string) => string };

/** What the code said: now in this browser, and before that in whose browser it was. */
export function Runs({ run: { shown, sharing, start }, question, person }: Props) {
  const { t } = useTranslation();
  const [last, ...earlier] = [...question.runs].reverse();
  const box = useRef<HTMLElement>(null);
  const text = shown.is === 'running' ? shown.output : shown.is === 'over' ? shown.ran.output : last?.output;
  const ended = shown.is === 'over' ? shown.ran.outcome : shown.is === 'idle' ? last?.outcome : undefined;
  // What goes on is followed, and of what failed the last lines say why; what is through is read from its beginning.
  const toEnd = shown.is === 'running' || ended === 'FAILED';
  useEffect(() => {
    if (box.current) box.current.scrollTop = toEnd ? box.current.scrollHeight : 0;
  }, [text, toEnd]);
  if (shown.is === 'idle' && !last) return null;
  return (
    <section ref={box} className="runs" aria-label={t('run.output')} tabIndex={0} data-scrolls>
      <p className="unseen" role="status">{shown.is === 'running' ? t('run.running') : shown.is === 'idle' && last ? `${t(`run.${last.outcome}`)} · ${person(last.person)}` : ''}</p>
      {shown.is === 'loading' && (
        <div className="runhead"><span>{t('run.loading')}</span><Progress className="grow" value={shown.share * 100} animated={shown.share === 1} size="sm" aria-label={t('run.loading')} /><span className="dim wideonly">{t('run.loadingWhy')}</span></div>
      )}
      {shown.is === 'notLoaded' && (
        <div className="runhead" role="alert"><span className="grow">{t('run.notLoaded')}</span>{start && <Button size="compact-xs" variant="default" onClick={start}>{t('retry')}</Button>}</div>
      )}
      {shown.is === 'running' && <><div className="runhead"><span className="dot wait" /><span>{t('run.running')}</span></div><Output text={shown.output} /></>}
      {shown.is === 'over' && <><div className="runhead"><Outcome language={shown.language} ran={shown.ran} />{sharing && <span className="dim">{t('run.sharing')}</span>}</div><Output text={shown.ran.output} cut={shown.ran.truncated} /></>}
      {shown.is === 'idle' && last && <Shared key={`${last.at} ${last.person}`} run={last} person={person} open />}
      {earlier.length > 0 && (
        <details className="earlier">
          <summary>{t('run.earlier', { runs: earlier.length })}</summary>
          {earlier.map((run) => <Shared key={`${run.at} ${run.person}`} run={run} person={person} />)}
        </details>
      )}
    </section>
  );
}

function Shared({ run, person, open }: { run: SharedRun; person: (id: string) => string; open?: boolean }) {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <details open={open}>
      <summary className="runhead">
        <Outcome language={run.language} ran={run} />
        <span className="dim">{t('run.by', { name: person(run.person) })} · {when.time(run.at)}</span>
      </summary>
      <Output text={run.output} cut={run.truncated} />
    </details>
  );
}

const MARKS = { FINISHED: 'good', FAILED: 'miss', STOPPED: 'part' } as const;

function Outcome({ language, ran }: { language: CodeLanguage; ran: Pick<Ran, 'outcome' | 'millis'> }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={`outcome ${MARKS[ran.outcome]}`}>{ran.outcome === 'STOPPED' && ran.millis >= RUNS_AT_MOST ? t('run.tooLong', { seconds: RUNS_AT_MOST / 1000 }) : t(`run.${ran.outcome}`)}</span>
      <span className="nums">{languageName(t, language)} · {ran.millis < 1000 ? t('run.millis', { millis: ran.millis }) : t('run.seconds', { seconds: (ran.millis / 1000).toFixed(1) })}</span>
    </>
  );
}

function Output({ text, cut }: { text: string; cut?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {cut && <p className="output dim">{t('run.cut', { most: LONGEST_OUTPUT.toLocaleString(i18n.language) })}</p>}
      {text === '' ? <p className="output dim">{t('run.nothing')}</p> : <pre className="output">{text}</pre>}
    </>
  );
}
