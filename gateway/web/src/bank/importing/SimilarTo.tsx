import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { chooseItem, type Choices } from './choices';
import type { Choose } from './useImport';
import type { PreviewItem } from './wire';

/** Suggestions only: nothing is united because it looks alike. */
export function SimilarTo({ item, choices, choose, go }: { item: PreviewItem; choices: Choices; choose: Choose; go: (key: string) => void }) {
  const { t } = useTranslation();
  const match = choices.items[item.key]?.match;
  if (item.similar.length === 0 && !match) return null;
  return (
    <div className="similar small">
      {item.similar.length > 0 && <h3>{t('similar.title')}</h3>}
      <ul>
        {item.similar.map((it) => (
          <li key={it.key ?? it.id ?? it.title}>
            <span className="dim nums">{Math.round(it.similarity * 100)} %</span>{' '}
            {it.key ? <button className="plain likealink" onClick={() => go(it.key!)}>{it.title}</button> : <Link to={`/bank/${it.id}`} target="_blank">{it.title}</Link>}{' '}
            {it.id && match !== it.id && <Button size="compact-xs" variant="subtle" aria-label={`${t('similar.isThis')}: ${it.title}`} onClick={() => choose((now) => chooseItem(now, item.key, { match: it.id! }))}>{t('similar.isThis')}</Button>}
          </li>
        ))}
      </ul>
      {match && <p style={{ margin: 0 }}>{match === 'new' ? t('similar.saidNew') : t('similar.saidThis')} <Button size="compact-xs" variant="subtle" color="gray" onClick={() => choose((now) => chooseItem(now, item.key, { match: undefined }))}>{t('similar.takeBack')}</Button></p>}
    </div>
  );
}
