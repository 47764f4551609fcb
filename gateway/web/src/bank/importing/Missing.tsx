import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { chooseRetired, type Choices } from './choices';
import type { Choose } from './useImport';
import type { Preview } from './wire';

/** Questions of an earlier import of this list that it no longer has: they stay, unless somebody says otherwise. */
export function Missing({ missing, choices, choose }: { missing: Preview['missing']; choices: Choices; choose: Choose }) {
  const { t } = useTranslation();
  const all = missing.every((it) => choices.retire.includes(it.id));
  return (
    <div className="stack padded">
      <p className="dim small" style={{ margin: 0 }}>{t('review.missingText')}</p>
      <ul className="list">
        {missing.map((it) => (
          <li key={it.id} className="row slim">
            <Checkbox className="grow" checked={choices.retire.includes(it.id)} onChange={(e) => { const retire = e.currentTarget.checked; choose((now) => chooseRetired(now, it.id, retire)); }} label={<>{t('review.retire')} <strong>{it.title}</strong> <span className="dim small">{it.topic}</span></>} />
            <Link className="small" to={`/bank/${it.id}`} aria-label={`${t('review.look')}: ${it.title}`}>{t('review.look')}</Link>
          </li>
        ))}
      </ul>
      {missing.length > 1 && <Button size="xs" variant="default" style={{ justifySelf: 'start' }} onClick={() => choose((now) => missing.reduce((before, it) => chooseRetired(before, it.id, !all), now))}>{all ? t('review.retireNone') : t('review.retireAll')}</Button>}
    </div>
  );
}
