import { Button } from '@mantine/core';
import { IconCheck, IconSend2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { opened, type RoomProps } from './parts';
import type { RoomQuestion } from './wire';

/** What the bank would ask next, each asked at a press; an observer reads them. */
export function StoredFollowUps(props: RoomProps & { asked: RoomQuestion; whyNot: string | null }) {
  const { t } = useTranslation();
  const { asked, session, whyNot } = props;
  const { room, you } = opened(props);
  const stored = asked.staff?.followUps ?? [];
  if (stored.length === 0) return null;
  const asks = you.capabilities.includes('INTERVIEW') && room.status !== 'ENDED';
  const waiting = session.connection.unanswered.flatMap((it) => (it.type === 'ask-follow-up' && it.question === asked.question ? [it.text] : []));
  return (
    <section className="stored notes" aria-label={t('staff.followUps')}>
      <h2>{t('staff.followUps')}</h2>
      <ul lang={asked.content.language === 'zh' ? 'zh-CN' : 'en'}>
        {stored.map((text, i) => {
          const done = asked.followUps.some((it) => it.text === text.trim());
          return (
            <li key={i}>
              <span className="grow">{text}</span>
              {done && <span className="tag quiet"><IconCheck size={13} aria-hidden /> {t('room.asked')}</span>}
              {asks && !done && <Button size="compact-xs" variant="default" leftSection={<IconSend2 size={13} />} loading={waiting.includes(text.trim())} disabled={whyNot !== null} title={whyNot ?? undefined} aria-label={`${t('followUp.askThis')}: ${text}`}
                onClick={() => session.command({ type: 'ask-follow-up', question: asked.question, text: text.trim() })}>{t('followUp.askThis')}</Button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
