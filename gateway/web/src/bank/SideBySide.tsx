import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../room/useNarrow';
import { WordDiff } from './WordDiff';
import { oneSide, wordDiff, type Piece } from './words';

type Props = { before: string; after: string; left: string; right: string; lang?: string };

/** Two texts in two columns, in each the words that the other one has not; in one column where there is no room for two. */
export function SideBySide({ before, after, left, right, lang }: Props) {
  const narrow = useNarrow();
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  if (narrow) return <WordDiff before={before} after={after} lang={lang} />;
  return (
    <div className="sidebyside" lang={lang === 'zh' ? 'zh-CN' : lang}>
      <Side name={left} pieces={oneSide(pieces, 'gone')} />
      <Side name={right} pieces={oneSide(pieces, 'new')} />
    </div>
  );
}

function Side({ name, pieces }: { name: string; pieces: Piece[] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={name}>
      <h4>{name}</h4>
      <div className="worddiff" tabIndex={0}>
        {pieces.map((piece, i) => {
          if (piece.kind === 'same') return <span key={i}>{piece.text}</span>;
          return piece.kind === 'gone'
            ? <del key={i}><span className="unseen">{t('diff.only')} </span>{piece.text}</del>
            : <ins key={i}><span className="unseen">{t('diff.only')} </span>{piece.text}</ins>;
        })}
        {pieces.length === 0 && <span className="dim">{t('diff.nothing')}</span>}
      </div>
    </section>
  );
}
