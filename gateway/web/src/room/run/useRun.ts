import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SharedDocument } from '../collab';
import { languageOf } from '../editor/languages';
import type { RoomSession } from '../session';
import type { CodeLanguage, RoomQuestion } from '../wire';
import { NotBegun, Sandbox, type Ran } from './sandbox';
import type { RunLanguage } from './words';

export type Shown =
  | { is: 'idle' }
  | { is: 'loading'; share: number }
  | { is: 'running'; output: string }
  | { is: 'notLoaded' }
  /** Reported under this number; shown until it is among the room's runs. */
  | { is: 'over'; n: number; ran: Ran; language: CodeLanguage };

export type Run = {
  shown: Shown;
  /** The result is on its way to the room. */
  sharing: boolean;
  /** Null while this language, or this person, has nothing to run here. */
  start: (() => void) | null;
  stop: (() => void) | null;
};

export const isRunnable = (language: string): language is RunLanguage => language === 'python' || language === 'javascript';

/** Runs what is in the document in this browser, and reports what came of it to the room. */
export function useRun(session: RoomSession, question: RoomQuestion, document: SharedDocument, allowed: boolean): Run {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>({ is: 'idle' });
  const running = useRef<Sandbox>(null);
  const spare = useRef<Sandbox>(null);
  const shownDocument = useRef<SharedDocument>(null);
  useEffect(() => {
    shownDocument.current = document;
    return () => void (shownDocument.current = null);
  }, [document]);
  const language = languageOf(document.id);
  const runnable = isRunnable(language) ? language : null;

  useEffect(() => () => running.current?.stop(), [question.question]);
  // A loaded interpreter takes a hundred megabytes: none is kept for a language that is not shown.
  useEffect(() => () => {
    spare.current?.stop();
    spare.current = null;
  }, [document]);
  useEffect(() => setShown((now) => (now.is === 'over' || now.is === 'notLoaded' ? { is: 'idle' } : now)), [document]);
  const start = (language: RunLanguage) => {
    const words = { noInput: t('run.noInput'), gone: t('run.gone') };
    const prepared = spare.current;
    spare.current = null;
    const sandbox = prepared?.usable && prepared.language === language ? prepared : new Sandbox(language, words);
    if (prepared !== sandbox) prepared?.stop();
    running.current = sandbox;
    // What is not saved yet will be, as the next versions, if nobody else writes in between.
    const version = document.version + document.unconfirmed;
    setShown({ is: 'loading', share: 0 });
    const latest = throttled((output: string) => setShown((now) => (now.is === 'running' ? { is: 'running', output } : now)));
    sandbox.run(document.text, {
      loading: (share) => setShown({ is: 'loading', share }),
      began: () => setShown({ is: 'running', output: '' }),
      output: latest.show,
    }).then((ran) => {
      const n = session.command({ type: 'report-run', question: question.question, document: document.id, version: Math.min(version, document.version), ...ran });
      setShown({ is: 'over', n, ran, language });
      // Python takes seconds to load: the next run finds it loaded.
      if (language === 'python' && shownDocument.current === document) spare.current = new Sandbox('python', words);
    }, (reason) => setShown({ is: reason instanceof NotBegun ? 'idle' : 'notLoaded' })).finally(() => {
      latest.cancel();
      running.current = null;
    });
  };
  const busy = shown.is === 'loading' || shown.is === 'running';
  const everybodys = shown.is === 'over' && question.runs.some(({ output, millis }) => output === shown.ran.output && millis === shown.ran.millis);
  return {
    shown: everybodys ? { is: 'idle' } : shown,
    sharing: shown.is === 'over' && session.connection.unanswered.some(({ n }) => n === shown.n),
    start: allowed && runnable && !busy ? () => start(runnable) : null,
    stop: busy ? () => running.current?.stop() : null,
  };
}

/** Shows the last of what came within one frame. */
function throttled(show: (text: string) => void) {
  let frame = 0;
  let last = '';
  return {
    show(text: string) {
      last = text;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        show(last);
      });
    },
    cancel: () => cancelAnimationFrame(frame),
  };
}
