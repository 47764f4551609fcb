import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/http';

/** Says a failure whole: what, its code, the number that finds it in the logs, and a way on. */
export function Problem({ error, retry, title }: { error: unknown; retry?: () => void; title?: string }) {
  const { t, i18n } = useTranslation();
  const problem = error instanceof ApiProblem ? error : null;
  const known = problem && i18n.exists(`problem.${problem.code}`) ? t(`problem.${problem.code}`) : null;
  return (
    <div className="problem" role="alert">
      <h2>{title ?? t('problem.title')}</h2>
      <p>{known ?? problem?.message ?? (error instanceof Error ? error.message : String(error))}</p>
      {problem && (
        <p className="tiny mono dim">
          {problem.code} · {problem.correlationId}
        </p>
      )}
      {retry && (
        <Button variant="default" size="xs" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
