import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hadItQuery } from '../../api/queries';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';

/** The interviews that a question was asked in. */
export function HadIt({ id }: { id: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const found = useQuery(hadItQuery(id));
  if (found.error) return <Problem error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <p className="small dim" role="status">{t('loading')}</p>;
  const { items, total } = found.data;
  if (total === 0) return <p className="small dim">{t('hadIt.none')}</p>;
  return (
    <div className="hadit">
      <p className="small" style={{ margin: 0 }}>{t('hadIt.total', { count: total })}</p>
      <ul className="small">
        {items.map((it) => (
          <li key={it.interview}>{it.mayOpen ? <Link to={`/interviews/${it.interview}`}>{it.title}</Link> : it.title} <span className="dim nums">{when.at(it.endedAt)} · {t('hadIt.version', { version: it.version })}</span></li>
        ))}
      </ul>
    </div>
  );
}
