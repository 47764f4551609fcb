import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

/** A view failed to draw or to load; unsent work is in the page's store and comes back with it. */
export function Broken() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <main className="page narrow">
      <div className="problem" role="alert">
        <h1 style={{ fontSize: '1.3rem', margin: 0 }}>{t('broken.title')}</h1>
        <p>{t('broken.text')}</p>
        <p className="tiny mono dim">{error instanceof Error ? error.message : String(error)}</p>
        <Button variant="default" onClick={() => location.reload()}>{t('broken.reload')}</Button>
      </div>
    </main>
  );
}
