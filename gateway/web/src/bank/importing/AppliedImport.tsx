import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Undone } from '../../api/types';
import { Chips } from '../../shell/Chips';
import { Page } from '../../shell/Page';
import { UndoDialog } from './UndoDialog';
import { UndoneImport } from './UndoneImport';
import type { Applied } from './wire';

/** What came of it, where to find it, and the way back. */
export function AppliedImport({ applied, another }: { applied: Applied & { source: string; at: string }; another: () => void }) {
  const { t } = useTranslation();
  const { counts, source, batch, at } = applied;
  const [undoing, setUndoing] = useState(false);
  const [undone, setUndone] = useState<Undone | null>(null);
  if (undone) {
    return (
      <Page narrow title={t('applied.undone')}>
        <UndoneImport undone={undone} />
        <Button mt="lg" variant="default" onClick={another}>{t('applied.another')}</Button>
      </Page>
    );
  }
  return (
    <Page narrow title={t('applied.title')} lead={source}>
      <div className="card applied" role="status">
        <IconCircleCheck size={40} stroke={1.3} aria-hidden />
        <p className="said">{t('applied.added', { count: counts.added })}{t('clause')}{t('applied.changed', { count: counts.changed })}</p>
        <Chips>
          {counts.unchanged > 0 && t('imports.unchanged', { count: counts.unchanged })}
          {counts.known > 0 && t('applied.known', { count: counts.known })}
          {counts.conflict > 0 && t('applied.conflict', { count: counts.conflict })}
          {counts.duplicate > 0 && t('applied.duplicate', { count: counts.duplicate })}
          {counts.retired > 0 && t('imports.retired', { count: counts.retired })}
          {counts.requirements > 0 && t('imports.requirements', { count: counts.requirements })}
          {counts.left > 0 && t('applied.left', { count: counts.left })}
        </Chips>
        {batch && <p className="tiny dim mono" style={{ margin: 0 }}>{batch}</p>}
        <div className="tools">
          <Button component={Link} to={`/bank?source=${encodeURIComponent(source)}`}>{t('applied.look')}</Button>
          <Button variant="default" onClick={another}>{t('applied.another')}</Button>
          {batch && <Button variant="subtle" color="red" onClick={() => setUndoing(true)}>{t('applied.undo')}</Button>}
        </div>
      </div>
      {undoing && batch && <UndoDialog what={{ batch, source, at }} close={() => setUndoing(false)} undone={setUndone} />}
      <p className="small dim">{t('applied.later')} <Link to="/bank/imports">{t('imports.title')}</Link></p>
    </Page>
  );
}
