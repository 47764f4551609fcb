import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { draftsQuery, isOrganiser, useMe, usePeople } from '../../api/queries';
import { Chips } from '../../shell/Chips';
import { Empty, Lines, Page } from '../../shell/Page';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';
import { useDiscardDraft } from './useDiscardDraft';
import '../bank.css';

/** What was suggested and is not published. */
export default function Drafts() {
  const { t } = useTranslation();
  const when = useWhen();
  const me = useMe();
  const drafts = useQuery(draftsQuery);
  const items = drafts.data?.items ?? [];
  const name = usePeople(items.map((it) => it.by));
  const discard = useDiscardDraft();
  const organiser = isOrganiser(me.data);
  return (
    <Page narrow title={t('drafts.title')} lead={organiser ? t('drafts.leadOrganiser') : t('drafts.lead')} actions={<Button component={Link} to="/bank/new">{organiser ? t('write.new') : t('write.suggestNew')}</Button>}>
      {drafts.isPending && <Lines label={t('loading')} count={3} />}
      {drafts.error && <Problem error={drafts.error} retry={() => void drafts.refetch()} />}
      {discard.error && <Problem error={discard.error} />}
      {drafts.data && items.length === 0 && <Empty icon={<IconPencil size={40} stroke={1.2} />} title={t('drafts.none')}>{t('drafts.noneText')}</Empty>}
      <ul className="list" style={items.length === 0 ? { borderTop: 0 } : undefined}>
        {items.map((it) => (
          <li key={it.id} className="row">
            <div className="grow"><Link className="title" to={`/bank/${it.id}/edit`}>{it.title}</Link><Chips>{it.base === 0 ? t('drafts.new') : t('drafts.change', { version: it.base })}{name(it.by).name}{when.at(it.at)}</Chips></div>
            {(organiser || it.by === me.data?.id) && <Button size="xs" variant="subtle" color="red" aria-label={`${t('drafts.discard')}: ${it.title}`} loading={discard.isPending && discard.variables.id === it.id} onClick={() => discard.mutate({ id: it.id, draftBase: it.draftBase })}>{t('drafts.discard')}</Button>}
          </li>
        ))}
      </ul>
    </Page>
  );
}
