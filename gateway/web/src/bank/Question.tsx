import { Badge, Button, Group } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowLeft, IconCheck, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isStaff, questionQuery, useMe } from '../api/queries';
import { Lines, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';
import { Prose } from './Prose';
import { QuestionChips } from './QuestionChips';
import { StaffNotes } from './StaffNotes';
import { togglePicked, useTray } from './tray';

export default function Question() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const me = useMe();
  const found = useQuery(questionQuery(id));
  const tray = useTray();
  const q = found.data;
  const staff = isStaff(me.data);
  useHotkeys([['p', () => { if (q && staff) togglePicked(q); }]]);
  const inTray = tray.some((p) => p.id === id);
  return (
    <Page narrow title={q?.title ?? t('bank.question')} lead={q && <QuestionChips q={q} />}>
      {found.isPending && <Lines label={t('loading')} />}
      {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
      {q && (
        <>
          <Prose text={q.body} lang={q.language} />
          {q.tags.length > 0 && <Group gap={6} mt="lg">{q.tags.map((tag) => <Badge key={tag} color="gray">{tag}</Badge>)}</Group>}
          {q.translation && <p className="small">{t('bank.alsoIn', { language: t(`language.${q.translation.language}`) })} <Link to={`/bank/${q.translation.id}`}>{q.translation.title}</Link></p>}
          <Group mt="xl">
            <Button component={Link} to="/bank" variant="default" leftSection={<IconArrowLeft size={16} />}>{t('nav.bank')}</Button>
            {staff && <Button variant={inTray ? 'light' : 'filled'} aria-pressed={inTray} leftSection={inTray ? <IconCheck size={16} /> : <IconPlus size={16} />} onClick={() => togglePicked(q)}>{inTray ? t('bank.picked') : t('bank.pickLong')}</Button>}
            {inTray && <Link to="/interviews/new">{t('bank.make')}</Link>}
          </Group>
          {q.staff && (
            <section className="section card">
              <p className="tiny dim" style={{ margin: '0 0 16px' }}>{t('bank.staffOnly')}</p>
              <StaffNotes staff={q.staff} lang={q.language} hints />
            </section>
          )}
        </>
      )}
    </Page>
  );
}
