import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReportQuestion } from '../api/types';
import { useReasons } from '../scores/useReasons';
import { Problem } from '../shell/Problem';
import { useTryAgain } from './useReport';

/** In the place of a score: what there is instead of one, why, and what can be done about it. */
export function NoScore({ interview, q }: { interview: string; q: ReportQuestion }) {
  const { t } = useTranslation();
  const { reason } = useReasons();
  const again = useTryAgain(interview, q.question);
  const hidden = q.reason === 'NOT_RELEASED';
  return (
    <div className="noscore">
      <span className={q.status === 'PENDING' && !hidden ? 'tag quiet breathe' : 'tag quiet'}>{t(hidden ? 'report.notReleased' : `report.status.${q.status}`)}</span>
      {q.reason && <p className="small dim">{reason(q.reason)}</p>}
      {(q.status === 'NOT_SCORED' || q.status === 'NOT_ANSWERED') && <p className="tiny dim">{t('score.notZero')}</p>}
      {(q.failed || again.isPending) && <Button className="noprint" size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>{t('report.tryAgain')}</Button>}
      {again.error && !again.isPending && <Problem title={t('report.failedAgain')} error={again.error} />}
    </div>
  );
}
