import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Undone } from '../../api/types';

/** What an undone import left behind: the questions that somebody has edited since stay as they are. */
export function UndoneImport({ undone }: { undone: Undone }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p>{t('undone.what', { retired: undone.retired, restored: undone.restored })}</p>
      {undone.kept.length > 0 && (
        <>
          <p>{t('undone.kept', { count: undone.kept.length })}</p>
          <ul>{undone.kept.map((it) => <li key={it.id}><Link to={`/bank/${it.id}`}>{it.title}</Link></li>)}</ul>
        </>
      )}
    </div>
  );
}
