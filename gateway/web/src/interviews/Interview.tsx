import { Badge, Button, Group } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { interviewQuery, usePeople } from '../api/queries';
import { QuestionChips } from '../bank/QuestionChips';
import { Chips } from '../shell/Chips';
import { Face } from '../shell/Face';
import { Empty, Lines, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';
import { useWhen } from '../shell/when';
import { Invitations } from './Invitations';

export default function Interview() {
  const { t } = useTranslation();
  const when = useWhen();
  const { id = '' } = useParams();
  const found = useQuery({ ...interviewQuery(id), refetchInterval: 20_000 });
  const i = found.data;
  const person = usePeople(i?.members.map((m) => m.person) ?? []);
  return (
    <Page
      title={i?.title ?? t('interview.one')}
      lead={i && <Chips>{t(`status.${i.status}`)}{when.at(i.bookedAt)}{when.minutes(i.plannedMinutes)}{t(`language.${i.language}`)}</Chips>}
      actions={i && (
        <Group>
          <Button component={Link} to={`/rooms/${id}`} variant={i.status === 'ENDED' ? 'default' : 'filled'} size="md">{i.status === 'ENDED' ? t('interview.look') : t('interview.enter')}</Button>
          {i.status !== 'WAITING' && <Button component={Link} to={`/replays/${id}`} variant="default" size="md">{t('replay.watch')}</Button>}
          {i.status === 'ENDED' && <Button component={Link} to={`/reports/${id}`} size="md">{t('interview.report')}</Button>}
        </Group>
      )}
    >
      {found.isPending && <Lines label={t('loading')} />}
      {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
      {i && (
        <>
          <section>
            <h2>{t('interview.people')}</h2>
            <Group gap="xl">
              {i.members.map((m) => <span key={`${m.person} ${m.capability}`} className="who"><Face person={person(m.person)} />{person(m.person).name} <Badge color="gray">{t(`capability.${m.capability}`)}</Badge></span>)}
            </Group>
          </section>
          {i.invitations && i.status !== 'ENDED' && <Invitations interview={id} invitations={i.invitations} />}
          {i.planned && (
            <section className="section">
              <h2>{t('new.plan')}</h2>
              {i.planned.length === 0 && <Empty icon={<IconClipboardList size={40} stroke={1.2} />} title={t('interview.noPlan')}>{t('interview.noPlanText')}</Empty>}
              <ol className="list">
                {i.planned.map((p, at) => (
                  <li key={`${p.question.id} ${at}`} className="row">
                    <span className="dim nums" style={{ width: 22 }}>{at + 1}</span>
                    <div className="grow"><Link className="title" lang={p.question.language === 'zh' ? 'zh-CN' : 'en'} to={`/bank/${p.question.id}`}>{p.question.title}</Link><QuestionChips q={p.question} /></div>
                    {p.asked && <Badge>{t('room.asked')}</Badge>}
                  </li>
                ))}
              </ol>
            </section>
          )}
        </>
      )}
    </Page>
  );
}
