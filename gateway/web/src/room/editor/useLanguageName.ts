import { useTranslation } from 'react-i18next';
import type { CodeLanguage } from '../wire';
import { NAMES } from './languages';

export function useLanguageName() {
  const { t } = useTranslation();
  return (language: CodeLanguage) => (language === 'text' ? t('editor.text') : NAMES[language]);
}
