import { Button } from '@mantine/core';
import { IconArrowRight, IconBooks, IconFeather, IconLink, IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { interviewsQuery, isStaff, useMe } from '../api/queries';
import { InterviewRow } from '../interviews/InterviewRow';
import { Empty, Lines, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';

export default function Home() {
  const { t } = useTranslation();
  const me = useMe();
  const staff = isStaff(me.data);
  const interviews = useQuery({ ...interviewsQuery, refetchInterval: 20_000 });
  const items = interviews.data?.items ?? [];
  const live = items.filter((i) => i.status === 'LIVE');
  const waiting = items.filter((i) => i.status === 'WAITING');
  const past = items.filter((i) => i.status === 'ENDED').slice(0, 4);
  const start = <Button component={Link} to="/interviews/new" size="md">{t('home.new')}</Button>;
  return (
    <Page title={t('home.hello', { name: me.data?.name ?? '' })} lead={staff ? t('home.leadStaff') : t('home.lead')} actions={staff && start}>
      {interviews.isPending && <Lines label={t('loading')} count={3} />}
      {interviews.error && <Problem error={interviews.error} retry={() => void interviews.refetch()} />}
      {interviews.data && items.length === 0 && (
        staff ? <FirstSteps /> : <Empty icon={<IconFeather size={44} stroke={1.2} />} title={t('home.empty')}>{t('home.emptyText')}</Empty>
      )}
      {live.length > 0 && <section><h2>{t('home.live')}</h2><ul className="list">{live.map((i) => <InterviewRow key={i.id} interview={i} />)}</ul></section>}
      {waiting.length > 0 && <section className={live.length ? 'section' : ''}><h2>{t('home.waiting')}</h2><ul className="list">{waiting.map((i) => <InterviewRow key={i.id} interview={i} />)}</ul></section>}
      {past.length > 0 && (
        <section className={live.length + waiting.length ? 'section' : ''}>
          <h2>{t('home.past')}</h2>
          <ul className="list">{past.map((i) => <InterviewRow key={i.id} interview={i} />)}</ul>
          <p><Link to="/interviews">{t('home.all')} <IconArrowRight size={14} style={{ verticalAlign: '-2px' }} /></Link></p>
        </section>
      )}
    </Page>
  );
}

function FirstSteps() {
  const { t } = useTranslation();
  return (
    <section className="card" style={{ padding: '30px 32px' }}>
      <h2 style={{ marginBottom: 22 }}>{t('home.emptyStaff')}</h2>
      <ol className="steps">
        <li>
          <IconBooks size={28} stroke={1.4} aria-hidden />
          <h3>{t('home.step.pick')}</h3>
          <p>{t('home.step.pickText')}</p>
          <Button component={Link} to="/bank" variant="default">{t('home.browse')}</Button>
        </li>
        <li>
          <IconLink size={28} stroke={1.4} aria-hidden />
          <h3>{t('home.step.invite')}</h3>
          <p>{t('home.step.inviteText')}</p>
        </li>
        <li>
          <IconMessages size={28} stroke={1.4} aria-hidden />
          <h3>{t('home.step.run')}</h3>
          <p>{t('home.step.runText')}</p>
        </li>
      </ol>
    </section>
  );
}
