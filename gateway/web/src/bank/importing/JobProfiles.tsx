import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { jobProfilesQuery } from '../../api/queries';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';

/** What jobs demand, each line a search of the bank. */
export function JobProfiles() {
  const { t } = useTranslation();
  const when = useWhen();
  const profiles = useQuery(jobProfilesQuery);
  const items = profiles.data?.items ?? [];
  if (!profiles.error && items.length === 0) return null;
  return (
    <section className="section" aria-labelledby="profiles">
      <h2 id="profiles">{t('profiles.title')}</h2>
      <p className="dim" style={{ marginTop: 0 }}>{t('profiles.lead')}</p>
      {profiles.error && <Problem error={profiles.error} retry={() => void profiles.refetch()} />}
      {items.map((it) => (
        <details key={it.batch} className="profile" open={items.length === 1}>
          <summary>{it.title} <span className="small dim">{it.source} · {when.at(it.at)} · {t('imports.requirements', { count: it.requirements.length })}</span></summary>
          <ul>{it.requirements.map((one, i) => <li key={i}><Link to={`/bank?q=${encodeURIComponent(one.text.slice(0, 400))}`}>{one.text}</Link> <span className="tiny dim">{one.topic}</span></li>)}</ul>
        </details>
      ))}
    </section>
  );
}
