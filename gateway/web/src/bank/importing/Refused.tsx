import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/http';
import { Problem } from '../../shell/Problem';

/** Nothing could be read: what the service has against it, and a way back to other files. */
export function Refused({ error, retry, back }: { error: unknown; retry: () => void; back: () => void }) {
  const { t } = useTranslation();
  const retriable = !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500 || error.status === 429;
  return (
    <>
      <Problem title={t('review.refused')} error={error} retry={retriable ? retry : undefined} />
      <Button mt="lg" variant="default" onClick={back}>{t('review.otherFiles')}</Button>
    </>
  );
}
