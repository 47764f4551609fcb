import { useTranslation } from 'react-i18next';

type Props = { status: string; score?: number | null; low?: number | null; high?: number | null };

/** What a scorer said, in a word or two. */
export function Said({ status, score, low, high }: Props) {
  const { t } = useTranslation();
  if (typeof score !== 'number') return t(status === 'SCORED' || status === 'NOT_SCORED' ? 'proposal.none' : `report.status.${status}`);
  return <>{score}{typeof low === 'number' && typeof high === 'number' && low < high && ` ${t('score.interval', { low, high })}`}</>;
}
