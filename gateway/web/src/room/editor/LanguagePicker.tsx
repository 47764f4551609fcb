import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { caps } from '../../shell/Keys';
import { keysOf } from '../roomActions';
import { codeLanguages, type CodeLanguage, type RoomQuestion } from '../wire';
import { isLanguage, languageName } from './languages';

type Props = { question: RoomQuestion; language: CodeLanguage; editable: boolean; choose: (language: CodeLanguage) => void };

/** Which of the question's documents everybody is shown; the ones that hold something say so. */
export function LanguagePicker({ question, language, editable, choose }: Props) {
  const { t } = useTranslation();
  const name = (it: CodeLanguage) => languageName(t, it);
  if (!editable) return <span className="small dim">{name(language)}</span>;
  const holdsText = new Set(question.documents.filter((d) => d.text !== '').map((d) => d.language));
  return (
    <NativeSelect
      id="language" size="xs" aria-label={t('editor.language')} title={`${t('editor.language')} (${caps(keysOf('language')).join(' ')})`} value={language}
      onChange={({ currentTarget: { value } }) => isLanguage(value) && choose(value)}
      data={codeLanguages.map((value) => ({ value, label: holdsText.has(value) && value !== language ? t('editor.holdsText', { language: name(value) }) : name(value) }))}
    />
  );
}
