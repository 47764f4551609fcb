import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wordDiff } from './words';

/** One text with what went and what came, marked by line and colour and told to a screen reader. */
export function WordDiff({ before, after, lang }: { before: string; after: string; lang?: string }) {
  const { t } = useTranslation();
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <div className="worddiff" lang={lang === 'zh' ? 'zh-CN' : lang}>
      {pieces.map((piece, i) => {
        if (piece.kind === 'same') return <span key={i}>{piece.text}</span>;
        const said = <span className="unseen">{t(piece.kind === 'gone' ? 'diff.gone' : 'diff.new')} </span>;
        return piece.kind === 'gone' ? <del key={i}>{said}{piece.text}</del> : <ins key={i}>{said}{piece.text}</ins>;
      })}
    </div>
  );
}
