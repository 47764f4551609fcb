import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { importsQuery, usePeople } from '../../api/queries';
import type { PastImport } from '../../api/types';
import { Chips } from '../../shell/Chips';
import { Empty, Lines, Page } from '../../shell/Page';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';
import { JobProfiles } from './JobProfiles';
import { UndoDialog } from './UndoDialog';
import '../bank.css';

/** Every import: who brought what and when, and the way back. */
export default function PastImports() {
  const { t } = useTranslation();
  const when = useWhen();
  const imports = useQuery(importsQuery);
  const items = imports.data?.items ?? [];
  const name = usePeople(items.flatMap((it) => [it.by, ...(it.undone ? [it.undone.by] : [])]));
  const [undoing, setUndoing] = useState<PastImport | null>(null);
  return (
    <Page narrow title={t('imports.title')} lead={t('imports.lead')} actions={<Button component={Link} to="/bank/import">{t('import.title')}</Button>}>
      {imports.isPending && <Lines label={t('loading')} count={3} />}
      {imports.error && <Problem error={imports.error} retry={() => void imports.refetch()} />}
      {imports.data && items.length === 0 && <Empty icon={<IconHistory size={42} stroke={1.2} />} title={t('imports.none')}>{t('imports.noneText')}</Empty>}
      <ul className="list" style={items.length === 0 ? { borderTop: 0 } : undefined}>
        {items.map((it) => (
          <li key={it.batch} className="row">
            <div className="grow">
              <div className="title"><Link className="title" to={`/bank?source=${encodeURIComponent(it.source)}`}>{it.source}</Link></div>
              <Chips>
                {t('imports.added', { count: it.added })}
                {t('imports.changed', { count: it.changed })}
                {it.unchanged > 0 && t('imports.unchanged', { count: it.unchanged })}
                {it.retired > 0 && t('imports.retired', { count: it.retired })}
                {it.requirements > 0 && t('imports.requirements', { count: it.requirements })}
                {it.files.length > 1 && t('review.files', { count: it.files.length })}
                {it.profile}
              </Chips>
              <div className="tiny dim">{name(it.by).name} · {when.at(it.at)}</div>
              {it.undone && <div className="tiny"><span className="tag quiet">{t('imports.undone')}</span> <span className="dim">{name(it.undone.by).name} · {when.at(it.undone.at)}</span></div>}
            </div>
            {it.undoable && !it.undone && <Button size="xs" variant="subtle" color="red" aria-label={`${t('imports.undo')}: ${it.source}, ${when.at(it.at)}`} onClick={() => setUndoing(it)}>{t('imports.undo')}</Button>}
          </li>
        ))}
      </ul>
      <JobProfiles />
      {undoing && <UndoDialog key={undoing.batch} what={undoing} close={() => setUndoing(null)} />}
    </Page>
  );
}
