import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePeople } from '../api/queries';
import type { InterviewSummary } from '../api/types';
import { useWhen } from '../shell/when';

export function InterviewRow({ interview: i }: { interview: InterviewSummary }) {
  const { t } = useTranslation();
  const when = useWhen();
  const person = usePeople(i.members.map((m) => m.person));
  const names = [...new Set(i.members.map((m) => person(m.person).name))];
  const ended = i.status === 'ENDED';
  return (
    <li>
      <div className="row">
        <span className={i.status === 'LIVE' ? 'dot live' : i.status === 'WAITING' ? 'dot wait' : 'dot'} title={t(`status.${i.status}`)} />
        <div className="grow">
          <Link className="title" style={{ color: 'inherit', textDecoration: 'none' }} to={ended ? `/reports/${i.id}` : `/interviews/${i.id}`}>{i.title}</Link>
          <div style={{ marginTop: 3 }}>
            <span className="chip">{t(`status.${i.status}`)}</span> <span className="chip">{when.at(i.bookedAt)}</span> <span className="chip">{when.minutes(i.plannedMinutes)}</span>{' '}
            <span className="chip wideonly">{names.join(t('comma'))}</span>
          </div>
        </div>
        <Badge className="wideonly" color="gray">{t(`capability.${i.capability}`)}</Badge>
        <Button component={Link} size="xs" variant={i.status === 'LIVE' ? 'filled' : 'default'} to={ended ? `/reports/${i.id}` : `/rooms/${i.id}`}
          aria-label={`${ended ? t('interview.report') : t('interview.enter')}: ${i.title}`}>
          {ended ? t('interview.report') : t('interview.enter')}
        </Button>
      </div>
    </li>
  );
}
