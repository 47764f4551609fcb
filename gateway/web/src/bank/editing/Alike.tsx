import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { similarQuery } from '../../api/queries';

const SHORTEST = 6;

/** Before a question is written a second time: what the bank has that is like it. */
export function Alike({ title }: { title: string }) {
  const { t } = useTranslation();
  const [words] = useDebouncedValue(title.trim(), 400);
  const found = useQuery({ ...similarQuery(words), enabled: words.length >= SHORTEST });
  const items = (found.data ?? []).slice(0, 3);
  if (items.length === 0) return null;
  return (
    <div className="note small" role="status">
      <p style={{ margin: 0 }}>{t('write.alike')}</p>
      <ul style={{ margin: '4px 0 0' }}>{items.map((it) => <li key={it.id}><Link to={`/bank/${it.id}`} target="_blank">{it.title}</Link></li>)}</ul>
    </div>
  );
}
