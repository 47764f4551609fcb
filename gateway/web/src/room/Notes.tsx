import { useTranslation } from 'react-i18next';
import { usePeople } from '../api/queries';
import { useWhen } from '../shell/when';
import { Compose } from './Chat';
import { keptName, opened, type RoomProps } from './parts';

/** Private to staff; a note belongs to the question that is open. */
export function Notes(props: RoomProps & { question: number | null }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { room } = opened(props);
  const person = usePeople(room.notes.map((n) => n.person));
  return (
    <>
      <div className="chat" role="log" aria-label={t('room.tab.notes')} tabIndex={0}>
        {room.notes.length === 0 && <p className="dim small" style={{ margin: 'auto', textAlign: 'center' }}>{t('room.noNotes')}</p>}
        {room.notes.map((note, i) => (
          <div key={i} className="bubble"><div className="who nums">{note.question ? `${t('report.question', { n: note.question })} · ` : ''}{person(note.person).name} · {when.time(note.at)}</div><div className="said">{note.text}</div></div>
        ))}
      </div>
      {room.status !== 'ENDED' && <Compose id="note" draft={keptName(props, `note.${props.question ?? 0}`)} label={t('room.noteWrite')} send={(text) => props.session.command({ type: 'write-note', text, ...(props.question !== null && { question: props.question }) })} />}
    </>
  );
}
