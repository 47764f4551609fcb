import { Button, Menu } from '@mantine/core';
import { IconDots, IconFileImport, IconPencil, IconPlus, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { isOrganiser, isStaff, useMe, type Filters } from '../api/queries';
import type { FoundQuestion } from '../api/types';
import { Empty } from '../shell/Page';
import { ExportMenu } from './ExportMenu';

/** What staff do with the bank as a whole. */
export function BankActions() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const organiser = isOrganiser(me.data);
  if (!isStaff(me.data)) return null;
  return (
    <div className="tools">
      {organiser && <Button component={Link} to="/bank/import" leftSection={<IconFileImport size={17} />}>{t('import.short')}</Button>}
      {organiser && <ExportMenu />}
      {!organiser && <Button component={Link} to="/bank/new" variant="default" leftSection={<IconPlus size={16} />}>{t('write.suggestNew')}</Button>}
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} width={230}>
        <Menu.Target><Button variant="default" px={12} aria-label={t('room.more')}><IconDots size={18} aria-hidden /></Button></Menu.Target>
        <Menu.Dropdown>
          {organiser && <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => navigate('/bank/new')}>{t('write.new')}</Menu.Item>}
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => navigate('/bank/drafts')}>{t('drafts.title')}</Menu.Item>
          <Menu.Item leftSection={<IconStack2 size={16} />} onClick={() => navigate('/bank?missing=either')}>{t('work.title')}</Menu.Item>
          {organiser && <Menu.Item leftSection={<IconFileImport size={16} />} onClick={() => navigate('/bank/imports')}>{t('imports.title')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** A bank without a question: who may, begins with a list. */
export function EmptyBank() {
  const { t } = useTranslation();
  const me = useMe();
  const organiser = isOrganiser(me.data);
  return (
    <Empty icon={<IconStack2 size={44} stroke={1.2} />} title={t('bank.empty')} action={organiser && <Button component={Link} to="/bank/import" mt="sm" leftSection={<IconFileImport size={17} />}>{t('import.title')}</Button>}>
      {organiser ? t('bank.emptyOrganiser') : t('bank.emptyText')}
    </Empty>
  );
}

/** Beside the list of what lacks something: write it, one question after the other. */
export function WorkListStart({ filters, first }: { filters: Filters; first: FoundQuestion | undefined }) {
  const { t } = useTranslation();
  const me = useMe();
  if (!filters.missing || !first || !isStaff(me.data)) return null;
  const kept = new URLSearchParams(Object.entries({ missing: filters.missing, source: filters.source, topic: filters.topic }).filter(([, value]) => value));
  return <Button component={Link} to={`/bank/${first.id}/edit?${kept}`} size="compact-sm" leftSection={<IconPencil size={14} />}>{t('work.start')}</Button>;
}
