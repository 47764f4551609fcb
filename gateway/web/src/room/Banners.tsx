import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { signInAddress, usePeople } from '../api/queries';
import { whereIs, type RoomProps } from './parts';
import type { Refusal } from './pageStore';
import { atDoor } from './roomDoings';
import { leaveToSignIn } from './useRoom';

const textOf = ({ command }: Refusal) => ('text' in command ? command.text : null);

/** Everything about the connection and refused work: small lines above the desk, never over it. */
export function Banners({ id, session, snapshot }: RoomProps) {
  const { t, i18n } = useTranslation();
  const { link, room, you, refusals } = snapshot;
  const waiting = you?.capabilities.includes('INTERVIEW') && room ? atDoor(room) : [];
  const person = usePeople(waiting.map((m) => m.person));
  const say = (code: string, message: string) => (i18n.exists(`refused.${code}`) ? t(`refused.${code}`) : message);
  return (
    <div aria-live="polite">
      {!snapshot.durable && <div className="banner" role="alert">{t('room.notDurable')}</div>}
      {link.link === 'offline' && (
        <div className="banner"><span className="dot wait" /><span className="grow">{t('room.reconnecting')}</span><Button size="compact-xs" variant="default" onClick={() => session.connection.reconnect()}>{t('room.tryNow')}</Button></div>
      )}
      {link.link === 'closed' && (
        <div className="banner bad" role="alert">
          <span className="grow">{t(i18n.exists(`close.${link.closeCode}`) ? `close.${link.closeCode}` : 'close.other', { code: link.closeCode })}</span>
          {link.closeCode === 4401
            ? <Button component="a" size="compact-xs" href={signInAddress(`/rooms/${id}`)} onClick={leaveToSignIn}>{t('room.signInAgain')}</Button>
            : <Button size="compact-xs" variant="default" onClick={() => session.connection.reconnect()}>{t('retry')}</Button>}
        </div>
      )}
      {waiting.map((m) => (
        <div key={m.person} className="banner calm">
          <span className={whereIs(snapshot, m.person) === 'here' ? 'dot live' : 'dot'} />
          <span className="grow">{t('room.atDoor', { name: person(m.person).name })}</span>
          <Button size="compact-sm" onClick={() => session.command({ type: 'admit', person: m.person })}>{t('room.admit')}</Button>
        </div>
      ))}
      {refusals.map((r) => {
        const text = textOf(r);
        return (
          <div key={r.n} className="banner bad" role="alert">
            <span className="grow">{say(r.code, r.message)} <span className="tiny mono">{r.code}</span>{text && <span className="clip" style={{ display: 'block' }}>“{text}”</span>}</span>
            {text && <CopyButton value={text}>{({ copied, copy }) => <Button size="compact-xs" variant="default" onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}</CopyButton>}
            <Button size="compact-xs" variant="default" onClick={() => session.dismiss(r)}>{t('dismiss')}</Button>
          </div>
        );
      })}
      {Object.entries(snapshot.stranded).map(([document, { text, code }]) => (
        <div key={document} className="banner bad" role="alert" style={{ alignItems: 'flex-start' }}>
          <div className="grow"><strong>{code ? `${say(code, '')}${t('gap')}${t('room.copyIt')}` : t('room.stranded')}</strong><pre className="strandedtext" tabIndex={0}>{text}</pre></div>
          <CopyButton value={text}>{({ copied, copy }) => <Button size="compact-xs" onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}</CopyButton>
          <Button size="compact-xs" variant="default" onClick={() => session.discardStranded(document)}>{t('dismiss')}</Button>
        </div>
      ))}
    </div>
  );
}
