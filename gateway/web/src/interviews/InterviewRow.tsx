import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePeople } from '../api/queries';
import type { InterviewSummary } from '../api/types';
import { Chips } from '../shell/Chips';
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
          <Link className="title" to={ended ? `/reports/${i.id}` : `/interviews/${i.id}`}>{i.title}</Link>
          <Chips>{t(`status.${i.status}`)}{when.at(i.bookedAt)}{when.minutes(i.plannedMinutes)}{names.join(t('comma'))}</Chips>
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
