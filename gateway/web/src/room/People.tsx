import { Badge, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../api/queries';
import { Face } from '../shell/Face';
import { opened, whereIs, type RoomProps } from './parts';

export function People(props: RoomProps) {
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const person = usePeople(room.members.map((m) => m.person));
  const where = (id: string) => whereIs(props.snapshot, id);
  return (
    <ul className="list" style={{ padding: '6px 18px', border: 0, overflowY: 'auto' }}>
      {room.members.map((m) => (
        <li key={m.person} className="row" style={{ gap: 12 }}>
          <Face person={person(m.person)} />
          <div className="grow">
            <div className="clip">{person(m.person).name}</div>
            <span className="tiny dim who" style={{ gap: 8 }}><span className={where(m.person) === 'here' ? 'dot live' : 'dot'} />{t(`room.${where(m.person)}`)}</span>
          </div>
          {you.capabilities.includes('INTERVIEW') && m.capabilities.includes('ANSWER') && !m.admitted && room.status !== 'ENDED'
            ? <Button size="compact-sm" disabled={!m.consented} onClick={() => props.session.command({ type: 'admit', person: m.person })}>{t('room.admit')}</Button>
            : <Badge color="gray">{t(`capability.${m.capabilities[0] ?? 'OBSERVE'}`)}</Badge>}
        </li>
      ))}
    </ul>
  );
}
