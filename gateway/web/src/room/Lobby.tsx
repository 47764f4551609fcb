import { useTranslation } from 'react-i18next';
import { usePeople } from '../api/queries';
import { Consent } from './Consent';
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
        <Consent names={names} asked={asked} agree={() => session.command({ type: 'give-consent' })} />
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
