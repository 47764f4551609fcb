import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Prose } from '../bank/Prose';
import { QuestionChips } from '../bank/QuestionChips';
import { useWhen } from '../shell/when';
import type { QuestionContent, RoomQuestion } from './wire';

type Props = { content: QuestionContent; asked?: RoomQuestion | null };

/** The question, and what was added to it while it was being answered. */
export function QuestionBody({ content, asked = null }: Props) {
  const { t } = useTranslation();
  const lang = content.language === 'zh' ? 'zh-CN' : 'en';
  return (
    <article className="question">
      {asked && <div className="dim small nums">{t('report.question', { n: asked.question })}</div>}
      <QuestionChips q={content} />
      <h2 lang={lang}>{content.title}</h2>
      <Prose text={content.body} lang={content.language} />
      {asked && <Added key={asked.question} asked={asked} lang={lang} />}
    </article>
  );
}

/** Said to whoever listens, and brought into view, when something new comes. */
function Added({ asked, lang }: { asked: RoomQuestion; lang: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { followUps, hintsShown } = asked;
  const count = followUps.length + hintsShown.length;
  const known = useRef(count);
  const last = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (count > known.current) last.current?.scrollIntoView({ block: 'nearest' });
    known.current = count;
  }, [count]);
  return (
    <div ref={last} aria-live="polite" aria-relevant="additions">
      {hintsShown.map((hint, i) => (
        <div key={`hint-${i}`} className="sunken added"><div className="tiny dim">{t('room.hint', { n: i + 1 })}</div><span lang={lang}>{hint}</span></div>
      ))}
      {followUps.map((it, i) => (
        <div key={`follow-up-${i}`} className="followed added"><div className="tiny dim nums">{t('followUp.n', { n: i + 1 })} · {when.time(it.at)}</div>{it.text}</div>
      ))}
    </div>
  );
}
