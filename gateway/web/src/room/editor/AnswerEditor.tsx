import { Button, CloseButton } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../../api/queries';
import { Runs } from '../run/Runs';
import { RunButton } from '../run/RunButton';
import { useRun } from '../run/useRun';
import type { RoomSession, RoomSnapshot } from '../session';
import type { RoomQuestion } from '../wire';
import { Editor } from './Editor';
import { LanguagePicker } from './LanguagePicker';
import { languageName } from './languages';
import { LONGEST_DOCUMENT, LONGEST_EDIT, type TooMuch } from './limits';
import { usePhrases } from './usePhrases';
import './editor.css';

type Props = {
  session: RoomSession;
  snapshot: RoomSnapshot;
  question: RoomQuestion;
  /** Whether this person may write, choose the language and run the code, here and now. */
  editable: boolean;
  label: string;
  placeholder: string;
  /** Ctrl Enter. */
  onSubmit?: () => void;
  autoFocus?: boolean;
};

const COLOURS = 6;
const SWITCH_SHOWS = 20_000;

/** The answer to one question as everybody writes it: the chosen language's document, who is where in it, and what its code said. */
export function AnswerEditor({ session, snapshot, question, editable, label, placeholder, onSubmit, autoFocus }: Props) {
  const { t, i18n } = useTranslation();
  const number = (it: number) => it.toLocaleString(i18n.language);
  const phrases = usePhrases();
  const [much, setMuch] = useState<TooMuch | null>(null);
  const members = snapshot.room?.members ?? [];
  const person = usePeople(members.map((m) => m.person));
  const names = members.map((m) => person(m.person).name).join('\n');
  const faces = useMemo(
    () => new Map(members.map((m, i) => [m.person, { name: person(m.person).name, colour: i % COLOURS }])),
    [names],
  );
  const document_ = session.answer(question);
  useEffect(() => setMuch(null), [document_]);
  const language = session.language(question);
  const switched = snapshot.switched?.question === question.question ? snapshot.switched : null;
  useEffect(() => {
    if (!switched) return;
    const timer = setTimeout(session.seenSwitch, SWITCH_SHOWS);
    return () => clearTimeout(timer);
  }, [switched, session]);
  const run = useRun(session, question, document_, editable);
  return (
    <div className="answereditor">
      <div className="editorbar">
        <LanguagePicker question={question} language={language} editable={editable} choose={(next) => session.choose(question, next)} />
        <span className="grow" />
        <RunButton run={run} />
      </div>
      <div role="status">
        {switched && (
          <div className="banner calm">
            <span className="grow">{t('editor.switched', { name: person(switched.person).name, language: languageName(t, language), before: languageName(t, switched.before) })}</span>
            {editable && <Button size="compact-xs" variant="default" onClick={() => session.choose(question, switched.before)}>{t('editor.back', { language: languageName(t, switched.before) })}</Button>}
            <CloseButton size="sm" aria-label={t('dismiss')} onClick={session.seenSwitch} />
          </div>
        )}
      </div>
      {much && (
        <div className="banner" role="alert">
          <span className="grow">{much.what === 'edit' ? t('editor.tooMuchAtOnce', { length: number(much.length), most: number(LONGEST_EDIT) }) : t('editor.tooLong', { length: number(much.length), most: number(LONGEST_DOCUMENT) })}</span>
          <CloseButton size="sm" aria-label={t('dismiss')} onClick={() => setMuch(null)} />
        </div>
      )}
      <Editor key={question.question} document={document_} editable={editable} autoFocus={autoFocus} label={label} placeholder={placeholder} onSubmit={onSubmit}
        faces={faces} phrases={phrases} onMove={() => editable && session.move(document_.id)} onTooMuch={setMuch} />
      <Runs run={run} question={question} person={(id) => person(id).name} />
    </div>
  );
}
