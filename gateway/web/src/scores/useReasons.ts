import { useTranslation } from 'react-i18next';

/** Names of rules and reasons in words; one that this page does not know yet is shown as it is named. */
export function useReasons() {
  const { t, i18n } = useTranslation();
  const first = (keys: string[]) => keys.find((key) => i18n.exists(key));
  const words = (code: string, ...families: string[]) => {
    const known = first(families.map((family) => `${family}.${code}`));
    return known ? t(known) : code;
  };
  return {
    /** Why there is no score; or what a rule noticed, and what that did to the score. */
    reason: (code: string) => words(code, 'reason', 'note'),
    /** The same about one key point. */
    ofPoint: (code: string) => words(code, 'point', 'note'),
    /** What to do about it where there is something to do. */
    advice: (code: string) => (i18n.exists(`advice.${code}`) ? t(`advice.${code}`) : ''),
  };
}
