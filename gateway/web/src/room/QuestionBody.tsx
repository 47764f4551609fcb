import { useTranslation } from 'react-i18next';
import { Prose } from '../bank/Prose';
import { QuestionChips } from '../bank/QuestionChips';
import type { QuestionContent } from './wire';

export function QuestionBody({ number, content, hints = [] }: { number: number | null; content: QuestionContent; hints?: string[] }) {
  const { t } = useTranslation();
  return (
    <article className="question">
      {number !== null && <div className="dim small nums">{t('report.question', { n: number })}</div>}
      <QuestionChips q={content} />
      <h2 lang={content.language === 'zh' ? 'zh-CN' : 'en'}>{content.title}</h2>
      <Prose text={content.body} lang={content.language} />
      {hints.map((hint, i) => (
        <div key={i} className="sunken" style={{ marginTop: 14 }}><div className="tiny dim">{t('room.hint', { n: i + 1 })}</div>{hint}</div>
      ))}
    </article>
  );
}
