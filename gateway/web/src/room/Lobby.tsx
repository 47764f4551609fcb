import { Button } from '@mantine/core';
import { IconEye, IconLock, IconPencil, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../api/queries';
import { opened, whereIs, type RoomProps } from './parts';

/** Before the room: who will see what, a yes, and a calm wait. */
export function Lobby(props: RoomProps) {
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const { session, snapshot } = props;
  const mine = room.members.find((m) => m.person === you.person);
  const others = room.members.filter((m) => m.person !== you.person);
  const person = usePeople(others.map((m) => m.person));
  const where = (id: string) => whereIs(snapshot, id);
  const asked = session.connection.unanswered.some((c) => c.type === 'give-consent');
  const names = others.map((m) => person(m.person).name).join(t('comma'));
  if (room.status === 'ENDED') {
    return <main id="main" className="lobby"><div><h2>{t('lobby.over')}</h2><p className="dim">{t('lobby.overText')}</p></div></main>;
  }
  return (
    <main id="main" className="lobby">
      {!mine?.consented ? (
        <div>
          <h2>{t('consent.title')}</h2>
          <p className="dim">{t('consent.lead')}</p>
          <ul className="sees">
            <li><IconEye size={20} stroke={1.6} /><span>{t('consent.live', { names: names || t('capability.INTERVIEW') })}</span></li>
            <li><IconPencil size={20} stroke={1.6} /><span>{t('consent.scored')}</span></li>
            <li><IconShieldCheck size={20} stroke={1.6} /><span>{t('consent.report')}</span></li>
            <li><IconLock size={20} stroke={1.6} /><span>{t('consent.kept')}</span></li>
          </ul>
          <Button size="lg" autoFocus loading={asked} onClick={() => session.command({ type: 'give-consent' })}>{t('consent.yes')}</Button>
          <p className="tiny dim" style={{ marginTop: 14 }}>{t('consent.no')}</p>
        </div>
      ) : (
        <div role="status">
          <h2>{t('lobby.title')}</h2>
          <p className="dim">{t('lobby.text')}</p>
          <ul className="sees">
            {others.map((m) => (
              <li key={m.person}><span style={{ paddingTop: 8, paddingLeft: 6 }}><span className={where(m.person) === 'here' ? 'dot live' : 'dot'} style={{ display: 'block' }} /></span><span>{person(m.person).name} <span className="dim small">{t(`capability.${m.capabilities[0] ?? 'OBSERVE'}`)} · {t(`room.${where(m.person)}`)}</span></span></li>
            ))}
          </ul>
          <p className="dim breathe">{t('lobby.waiting')}</p>
        </div>
      )}
    </main>
  );
}
