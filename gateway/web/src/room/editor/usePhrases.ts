import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The words of CodeMirror's search panel and announcements in the language of the page. */
export function usePhrases(): Record<string, string> {
  const { t, i18n } = useTranslation();
  return useMemo(() => ({
    Find: t('find.find'),
    Replace: t('find.replaceBy'),
    next: t('find.next'),
    previous: t('find.previous'),
    all: t('find.all'),
    'match case': t('find.matchCase'),
    regexp: t('find.regexp'),
    'by word': t('find.byWord'),
    replace: t('find.replace'),
    'replace all': t('find.replaceAll'),
    close: t('close'),
    'current match': t('find.current'),
    'on line': t('find.onLine'),
    'replaced match on line $': t('find.replacedOnLine'),
    'replaced $ matches': t('find.replacedAll'),
    'Go to line': t('find.goToLine'),
    go: t('find.go'),
  }), [i18n.language]);
}
