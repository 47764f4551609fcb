import { ActionIcon, Textarea } from '@mantine/core';
import { IconMoon, IconSend2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../api/queries';
import { useWhen } from '../shell/when';
import { keptName, opened, type RoomProps } from './parts';
import { useKept } from './useKept';
import { useFocusTime } from './useNow';

export function Chat(props: RoomProps) {
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const speaks = you.capabilities.some((c) => c !== 'OBSERVE');
  const rests = useFocusTime(props) !== null;
  const person = usePeople(room.chat.map((c) => c.person));
  const when = useWhen();
  const end = useRef<HTMLDivElement>(null);
  const sending = props.session.connection.unanswered.filter((c) => c.type === 'post-chat');
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [room.chat.length, sending.length]);
  return (
    <>
      <div className={rests ? 'chat resting' : 'chat'} role="log" aria-label={t('room.chat')} tabIndex={0}>
        {room.chat.length + sending.length === 0 && <p className="dim small" style={{ margin: 'auto', textAlign: 'center' }}>{t(room.status === 'ENDED' ? 'room.noChatEver' : speaks ? 'room.noChat' : 'room.noChatYet')}</p>}
        {room.chat.map((line, i) => (
          <div key={i} className={line.person === you.person ? 'bubble mine' : 'bubble'}>
            <div className="who">{line.person === you.person ? '' : `${person(line.person).name} · `}{when.time(line.at)}</div>
            <div className="said">{line.text}</div>
          </div>
        ))}
        {sending.map((c) => <div key={c.n} className="bubble mine sending"><div className="who">{t('room.sending')}</div><div className="said">{c.type === 'post-chat' && c.text}</div></div>)}
        <div ref={end} />
      </div>
      {room.status !== 'ENDED' && !speaks && <p className="compose dim small">{t('room.observersListen')}</p>}
      {room.status !== 'ENDED' && speaks && rests && <p className="compose rests dim small"><IconMoon size={16} stroke={1.8} aria-hidden /><span>{you.capabilities.includes('ANSWER') ? t('focus.chatRests') : t('focus.why')}</span></p>}
      {room.status !== 'ENDED' && speaks && !rests && <Compose id="chat" draft={keptName(props, 'chat')} label={t('room.chatWrite')} send={(text) => props.session.command({ type: 'post-chat', text })} />}
    </>
  );
}

/** What the service keeps of one message or note. */
const LONGEST_LINE = 8000;

/** A line to write; what is half written is kept under the name of the draft. */
export function Compose({ id, draft, label, send }: { id: string; draft: string; label: string; send: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useKept(draft, '');
  const tooLong = text.trim().length > LONGEST_LINE;
  const go = () => {
    if (!text.trim() || tooLong) return;
    send(text.trim());
    setText('');
  };
  return (
    <form className="compose" onSubmit={(e) => { e.preventDefault(); go(); }}>
      <Textarea id={id} aria-label={label} placeholder={label} autosize minRows={1} maxRows={5} value={text} onChange={(e) => setText(e.currentTarget.value)}
        error={tooLong ? t('room.lineTooLong', { most: LONGEST_LINE, count: text.trim().length }) : null}
        onKeyDown={(e) => { if (e.key === 'Enter' && !e.shiftKey && !e.nativeEvent.isComposing) { e.preventDefault(); go(); } }}
        rightSection={<ActionIcon type="submit" variant="subtle" aria-label={t('send')} disabled={!text.trim() || tooLong}><IconSend2 size={18} /></ActionIcon>} />
    </form>
  );
}
