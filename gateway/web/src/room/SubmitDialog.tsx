import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/Dialog';
import { languageName } from './editor/languages';
import type { RoomProps } from './parts';
import type { RoomQuestion } from './wire';

/** The languages beside the shown one in which something is written: it stays, and is not scored. */
export const otherLanguages = (asked: RoomQuestion, shown: string) => asked.documents.filter((it) => it.language !== shown && it.text.trim() !== '').map((it) => it.language);

/** Exactly what will be scored: which text, in which language, the how-manieth attempt. */
export function SubmitDialog({ session, snapshot, asked, opened, close }: RoomProps & { asked: RoomQuestion; opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  const { text } = session.answer(asked);
  const language = session.language(asked);
  const others = otherLanguages(asked, language).map((it) => languageName(t, it));
  return (
    <Dialog opened={opened} close={close} title={t('room.submitTitle')} size="lg">
      <p className="dim" style={{ marginTop: 0 }}>{t('room.submitText')}</p>
      <div className="submithead"><strong>{languageName(t, language)}</strong><span className="dim small nums">{t('room.submitAs', { n: asked.answers.length + 1, count: text.length })}</span></div>
      <pre className="sunken mono small submitted" tabIndex={0}>{text.trim() ? text : <em className="dim">{t('room.submitBlank')}</em>}</pre>
      {others.length > 0 && <p className="small">{t('room.submitNotThese', { languages: others.join(t('comma')) })}</p>}
      {snapshot.link.link !== 'online' && <p className="small" style={{ color: 'var(--part)' }}>{t('room.submitOffline')}</p>}
      <div className="choices">
        <Button variant="default" onClick={close}>{t('room.keepWriting')}</Button>
        <Button data-autofocus onClick={() => { session.submit(asked.question); close(); }}>{t('room.submitYes')}</Button>
      </div>
    </Dialog>
  );
}
