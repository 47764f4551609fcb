import { Button, Group, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiProblem } from '../api/http';
import { isOrganiser, reportQuery, useMe, usePeople } from '../api/queries';
import { Chips } from '../shell/Chips';
import { Empty, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';
import { useWhen } from '../shell/when';
import { Arrivals } from './Arrivals';
import { Offers } from './Offers';
import { Overall } from './Overall';
import { QuestionReport } from './QuestionReport';
import './report.css';

export default function Report() {
  const { t } = useTranslation();
  const when = useWhen();
  const { id = '' } = useParams();
  const found = useQuery(reportQuery(id));
  const r = found.data;
  const person = usePeople(r?.members.map((m) => m.person) ?? []);
  const me = useMe();
  const mayAccept = isOrganiser(me.data) || (r?.members.some((m) => m.person === me.data?.id && m.capability === 'INTERVIEW') ?? false);
  const notYet = found.error instanceof ApiProblem && found.error.code === 'NOT_RELEASED';
  const names = r?.members.map((m) => `${person(m.person).name} (${t(`capability.${m.capability}`)})`) ?? [];
  return (
    <Page
      title={r?.title ?? t('report.title')}
      lead={r && <Chips>{when.at(r.startedAt)}{names.join(t('comma'))}</Chips>}
      actions={r && <Group className="noprint"><Button component={Link} to={`/rooms/${id}`} variant="default">{t('report.room')}</Button><Button component={Link} to={`/replays/${id}`} variant="default">{t('replay.watch')}</Button><Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => print()}>{t('report.print')}</Button></Group>}
    >
      {found.isPending && <div role="status" aria-label={t('loading')}><Skeleton height={110} radius="lg" mb={50} /><Skeleton height={22} width="60%" mb={20} /><Skeleton height={180} /></div>}
      {notYet ? <Empty title={t('report.notReleased')} action={<Button variant="default" mt="md" onClick={() => void found.refetch()}>{t('retry')}</Button>}>{t('report.notReleasedText')}</Empty>
        : found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
      {r && (
        <>
          <Overall report={r} />
          <Offers report={r} mayAccept={mayAccept} />
          {r.questions.length === 0 && <Empty title={t('report.nothingAsked')} />}
          <Arrivals questions={r.questions} />
          {r.questions.map((q) => <QuestionReport key={q.question} interview={id} q={q} mayAccept={mayAccept} />)}
        </>
      )}
    </Page>
  );
}
