import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { similarQuery } from '../../api/queries';
import { chooseItem, type Choices } from './choices';
import type { Choose } from './useImport';
import type { PreviewItem } from './wire';

/** Milliseconds; whoever goes through the items with the arrows asks for none of those in between. */
const PAUSE = 500;

/** Suggestions only, from the upload and from the bank: nothing is united because it looks alike. */
export function SimilarTo({ item, choices, choose, go }: { item: PreviewItem; choices: Choices; choose: Choose; go: (key: string) => void }) {
  const { t } = useTranslation();
  const match = choices.items[item.key]?.match;
  const [stays, setStays] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStays(true), PAUSE);
    return () => clearTimeout(timer);
  }, []);
  const inBank = useQuery({ ...similarQuery(item.title), enabled: stays && item.outcome === 'added' && item.included });
  const known = item.outcome === 'added' ? (inBank.data ?? []).filter((it) => it.id !== item.id).slice(0, 3) : [];
  if (item.similar.length === 0 && known.length === 0 && !match) return null;
  const say = (which: string | undefined) => choose((now) => chooseItem(now, item.key, { match: which }));
  return (
    <div className="similar small">
      {item.similar.length + known.length > 0 && <h3>{t('similar.title')}</h3>}
      <ul>
        {item.similar.map((it) => <li key={it.key}><button className="plain likealink" onClick={() => go(it.key)}>{it.title}</button> <span className="dim nums">{t('similar.inList', { percent: Math.round(it.similarity * 100) })}</span></li>)}
        {known.map((it) => (
          <li key={it.id}>
            <Link to={`/bank/${it.id}`} target="_blank">{it.title}</Link> <span className="dim">{t('similar.inBank')}</span>{' '}
            {match !== it.id && <Button size="compact-xs" variant="subtle" aria-label={`${t('similar.isThis')}: ${it.title}`} onClick={() => say(it.id)}>{t('similar.isThis')}</Button>}
          </li>
        ))}
      </ul>
      {match && <p style={{ margin: 0 }}>{match === 'new' ? t('similar.saidNew') : t('similar.saidThis')} <Button size="compact-xs" variant="subtle" color="gray" onClick={() => say(undefined)}>{t('similar.takeBack')}</Button></p>}
    </div>
  );
}
