import { ActionIcon, TextInput } from '@mantine/core';
import { IconSend2, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keptName, type RoomProps } from './parts';
import { useKept } from './useKept';

/** What the service keeps of one follow-up question. */
const LONGEST = 2000;

/** One line to ask on with; what is half written stays when it is closed. */
export function FollowUp(props: RoomProps & { question: number; close: () => void; whyNot: string | null }) {
  const { session, question, close, whyNot } = props;
  const { t } = useTranslation();
  const [text, setText] = useKept(keptName(props, `follow-up.${question}`), '');
  const tooLong = text.trim().length > LONGEST;
  const ask = () => {
    if (!text.trim() || tooLong || whyNot) return;
    session.command({ type: 'ask-follow-up', question, text: text.trim() });
    setText('');
    close();
  };
  return (
    <form className="followup" onSubmit={(e) => { e.preventDefault(); ask(); }}>
      <TextInput id="follow-up" className="grow" aria-label={t('followUp.write')} placeholder={whyNot ?? t('followUp.write')} value={text} onChange={(e) => setText(e.currentTarget.value)}
        error={tooLong ? t('room.lineTooLong', { most: LONGEST, count: text.trim().length }) : null}
        onKeyDown={(e) => {
          if (e.nativeEvent.isComposing) { if (e.key === 'Enter') e.preventDefault(); return; }
          if (e.key === 'Escape') close();
        }}
        rightSection={<ActionIcon type="submit" variant="subtle" aria-label={t('action.followUp')} disabled={!text.trim() || tooLong || whyNot !== null}><IconSend2 size={18} /></ActionIcon>} />
      <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={close}><IconX size={17} /></ActionIcon>
    </form>
  );
}
