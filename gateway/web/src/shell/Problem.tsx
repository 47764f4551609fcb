import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ApiProblem } from '../api/http';
import { signInAddress } from '../api/queries';

/** Says a failure whole: what, its code, the number that finds it in the logs, and a way on. */
export function Problem({ error, retry, title }: { error: unknown; retry?: () => void; title?: string }) {
  const { t, i18n } = useTranslation();
  const here = useLocation();
  const problem = error instanceof ApiProblem ? error : null;
  const status = problem?.status ?? 0;
  const known = problem && [`problem.${problem.code}`, `problem.HTTP_${status}`, ...(status >= 500 ? ['problem.HTTP_500'] : [])].find((key) => i18n.exists(key));
  const heading = title ?? (status === 404 ? t('problem.missing') : status === 403 ? t('problem.forbidden') : t('problem.title'));
  return (
    <div className="problem" role="alert">
      <h2>{heading}</h2>
      <p>{known ? t(known) : (problem?.message ?? (error instanceof Error ? error.message : String(error)))}</p>
      {typeof problem?.fields.fix === 'string' && <p className="dim">{problem.fields.fix}</p>}
      {problem && (
        <p className="tiny mono dim">
          {problem.code} · {problem.correlationId}
        </p>
      )}
      {status === 401 && <Button component="a" size="xs" href={signInAddress(here.pathname + here.search)}>{t('room.signInAgain')}</Button>}
      {status === 404 && <Button component={Link} to="/" variant="default" size="xs">{t('notFound.home')}</Button>}
      {retry && status !== 404 && status !== 401 && (
        <Button variant="default" size="xs" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
