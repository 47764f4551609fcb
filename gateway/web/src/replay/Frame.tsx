import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The bar above a replay, which looks like the room's, and whatever is below it. */
export function Frame({ id, title, ended = false, standing, children }: { id: string; title: string; ended?: boolean; standing?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="room replayroom">
      <header className="roombar">
        <Link to={`/interviews/${id}`} className="dim" aria-label={t('room.leave')}><IconArrowLeft size={20} style={{ display: 'block' }} /></Link>
        <h1 className="title clip">{title}</h1>
        {title !== t('replay.title') && <span className="tag quiet wideonly">{t('replay.title')}</span>}
        <span className="grow" />
        {standing}
        {ended && <Button component={Link} to={`/reports/${id}`} size="xs" variant="default" className="wideonly">{t('interview.report')}</Button>}
      </header>
      {children}
    </div>
  );
}

export function Opening() {
  const { t } = useTranslation();
  return (
    <>
      <main id="main" className="desk replay" data-shown="answer">
        <p className="unseen" role="status">{t('loading')}</p>
        <div className="pane" data-pane="question"><Skeleton height={14} width="40%" mb={14} /><Skeleton height={26} width="80%" mb={20} /><Skeleton height={120} /></div>
        <div className="pane" data-pane="answer">{[82, 64, 74, 40].map((width) => <Skeleton key={width} height={15} width={`${width}%`} mb={14} />)}</div>
        <div className="pane" data-pane="side">{[0, 1, 2, 3, 4].map((i) => <Skeleton key={i} height={30} mb={12} radius="md" />)}</div>
      </main>
      <div className="deck"><Skeleton height={92} radius="md" /></div>
    </>
  );
}
