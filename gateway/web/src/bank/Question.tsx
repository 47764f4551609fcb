import { Badge, Button, Group } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArchive, IconArrowLeft, IconCheck, IconHistory, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { isOrganiser, isStaff, questionQuery, useMe } from '../api/queries';
import { Lines, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';
import { DraftNote } from './editing/DraftNote';
import { HadIt } from './editing/HadIt';
import { Retired, RetireDialog } from './editing/Retiring';
import { Prose } from './Prose';
import { QuestionChips } from './QuestionChips';
import { StaffNotes } from './StaffNotes';
import { TryHere } from './trying/TryHere';
import { togglePicked, useTray } from './tray';
import './bank.css';

export default function Question() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const me = useMe();
  const navigate = useNavigate();
  const found = useQuery(questionQuery(id));
  const tray = useTray();
  const [retiring, setRetiring] = useState(false);
  const q = found.data;
  const staff = isStaff(me.data);
  const organiser = isOrganiser(me.data);
  const pickable = q !== undefined && !q.retired && q.version > 0;
  const editable = staff && q !== undefined && !q.retired && q.editable !== false;
  useHotkeys([
    ['p', () => { if (q && staff && pickable) togglePicked(q); }],
    ['e', () => { if (editable) navigate(`/bank/${id}/edit`); }],
  ]);
  const inTray = tray.some((p) => p.id === id);
  return (
    <Page narrow title={q?.title ?? t('bank.question')} lead={q && <QuestionChips q={q} />}>
      {found.isPending && <Lines label={t('loading')} />}
      {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
      {q && (
        <>
          <Retired question={q} organiser={organiser} />
          {q.version === 0 && <p className="note small">{t('question.onlyDraft')}</p>}
          {staff && !q.retired && q.version > 0 && <DraftNote question={q} me={me.data!} />}
          <Prose text={q.body} lang={q.language} />
          {q.tags.length > 0 && <Group gap={6} mt="lg">{q.tags.map((tag) => <Badge key={tag} color="gray">{tag}</Badge>)}</Group>}
          {q.translation && <p className="small">{t('bank.alsoIn', { language: t(`language.${q.translation.language}`) })} <Link to={`/bank/${q.translation.id}`}>{q.translation.title}</Link></p>}
          <Group mt="xl" gap={8}>
            <Button component={Link} to="/bank" variant="default" leftSection={<IconArrowLeft size={16} />}>{t('nav.bank')}</Button>
            {staff && pickable && <Button variant={inTray ? 'light' : 'filled'} aria-pressed={inTray} leftSection={inTray ? <IconCheck size={16} /> : <IconPlus size={16} />} onClick={() => togglePicked(q)}>{inTray ? t('bank.picked') : t('bank.pickLong')}</Button>}
            {inTray && <Link to="/interviews/new">{t('bank.make')}</Link>}
            {editable && <Button component={Link} to={`/bank/${id}/edit`} variant="default" leftSection={<IconPencil size={16} />}>{organiser ? t('question.edit') : t('write.suggestChange')}</Button>}
            {staff && <Button component={Link} to={`/bank/${id}/history`} variant="subtle" color="gray" px={10} leftSection={<IconHistory size={16} />}>{t('history.short')}</Button>}
            {organiser && pickable && <Button data-act="retire" variant="subtle" color="red" px={10} leftSection={<IconArchive size={16} />} onClick={() => setRetiring(true)}>{t('retire.short')}</Button>}
          </Group>
          {q.staff && (
            <section className="section card">
              <p className="tiny dim" style={{ margin: '0 0 16px' }}>{t('bank.staffOnly')}</p>
              <StaffNotes staff={q.staff} lang={q.language} hints />
              <Filed question={q} />
            </section>
          )}
          {staff && <TryHere key={id} question={q} />}
          {staff && <section className="section"><h2>{t('hadIt.title')}</h2><HadIt id={id} /></section>}
          <RetireDialog question={q} opened={retiring} close={() => setRetiring(false)} />
        </>
      )}
    </Page>
  );
}

function Filed({ question }: { question: { filing?: { furtherTopics: string[]; source?: string | null } } }) {
  const { t } = useTranslation();
  const { furtherTopics = [], source } = question.filing ?? {};
  if (furtherTopics.length === 0 && !source) return null;
  return (
    <p className="tiny dim" style={{ marginBottom: 0 }}>
      {furtherTopics.length > 0 && <>{t('question.alsoUnder')} {furtherTopics.join(t('comma'))}<br /></>}
      {source && <>{t('question.from')} <Link to={`/bank?source=${encodeURIComponent(source)}`}>{source}</Link></>}
    </p>
  );
}
