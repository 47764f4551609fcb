import { Button, Pagination, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHistory, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { finishedQuery, interviewsQuery, isStaff, useMe, usePeople } from '../api/queries';
import { Highlight } from '../bank/Highlight';
import { Chips } from '../shell/Chips';
import { Empty, Lines, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';
import { useWhen } from '../shell/when';
import { InterviewRow } from './InterviewRow';

export default function Interviews() {
  const { t } = useTranslation();
  const when = useWhen();
  const me = useMe();
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const [q] = useDebouncedValue(text.trim(), 160);
  const current = useQuery(interviewsQuery);
  const finished = useQuery(finishedQuery(q, page));
  const open = current.data?.items.filter((i) => i.status !== 'ENDED') ?? [];
  const person = usePeople(finished.data?.items.flatMap((i) => i.members.map((m) => m.person)) ?? []);
  return (
    <Page title={t('nav.interviews')} lead={t('interviews.lead')} actions={isStaff(me.data) && <Button component={Link} to="/interviews/new">{t('home.new')}</Button>}>
      {current.isPending && <Lines label={t('loading')} count={2} />}
      {current.error && <Problem error={current.error} retry={() => void current.refetch()} />}
      {open.length > 0 && <section><h2>{t('interviews.current')}</h2><ul className="list">{open.map((i) => <InterviewRow key={i.id} interview={i} />)}</ul></section>}
      <section className={open.length > 0 ? 'section' : ''}>
        <h2>{t('interviews.past')}</h2>
        <TextInput mb="md" value={text} onChange={(e) => { setText(e.currentTarget.value); setPage(0); }} type="search" leftSection={<IconSearch size={17} />} placeholder={t('interviews.placeholder')} aria-label={t('interviews.search')} />
        {finished.isPending && <Lines label={t('loading')} count={4} />}
        {finished.error && <Problem error={finished.error} retry={() => void finished.refetch()} />}
        {finished.data?.items.length === 0 && <Empty icon={<IconHistory size={42} stroke={1.2} />} title={q ? t('interviews.none') : t('interviews.noPast')}>{q ? t('interviews.noneText') : t('interviews.noPastText')}</Empty>}
        <ul className="list" style={{ borderTop: finished.data?.items.length ? undefined : 0 }}>
          {finished.data?.items.map((i) => (
            <li key={i.interview}>
              <Link className="row" to={`/reports/${i.interview}`}>
                <div className="grow">
                  <div className="title">{i.title}</div>
                  <Chips>{when.at(i.endedAt)}{[...new Set(i.members.map((m) => person(m.person).name))].join(t('comma'))}{t('interviews.questions', { count: i.questions.length })}</Chips>
                  {i.highlight ? <p className="small dim" style={{ margin: '6px 0 0' }}><Highlight text={i.highlight} /></p> : <p className="tiny dim clip" style={{ margin: '5px 0 0' }}>{i.questions.join(' · ')}</p>}
                </div>
              </Link>
            </li>
          ))}
        </ul>
        {finished.data && finished.data.total > 20 && <Pagination mt="lg" total={Math.ceil(finished.data.total / 20)} value={page + 1} onChange={(p) => setPage(p - 1)} getControlProps={(c) => ({ 'aria-label': t(`pages.${c}`) })} />}
      </section>
    </Page>
  );
}
