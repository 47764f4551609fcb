import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../api/queries';
import { Face } from '../shell/Face';
import { opened, whereIs, type RoomProps } from './parts';

/** Who belongs to the room and who is here now; the candidate sees every observer. */
export function Presence(props: RoomProps) {
  const { t } = useTranslation();
  const { room } = opened(props);
  const person = usePeople(room.members.map((m) => m.person));
  if (room.status === 'ENDED') return null;
  return (
    <ul className="presence" aria-label={t('interview.people')}>
      {room.members.map((m) => {
        const where = whereIs(props.snapshot, m.person);
        const says = `${person(m.person).name} · ${t(`capability.${m.capabilities[0] ?? 'OBSERVE'}`)} · ${t(`room.${where}`)}`;
        return (
          <Tooltip key={m.person} label={says}>
            <li className={where === 'here' ? 'here' : ''}>
              <span tabIndex={0} role="img" aria-label={says}><Face person={person(m.person)} size={26} /></span>
            </li>
          </Tooltip>
        );
      })}
    </ul>
  );
}
