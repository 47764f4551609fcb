import { useTranslation } from 'react-i18next';

/** Dates and durations in the reader's language. */
export function useWhen() {
  const { i18n, t } = useTranslation();
  const locale = i18n.language === 'zh' ? 'zh-CN' : 'en-GB';
  const at = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  return {
    at: (iso?: string | null) => (iso ? at.format(new Date(iso)) : '—'),
    time: (iso?: string | null) => (iso ? time.format(new Date(iso)) : '—'),
    minutes: (n: number) => t('minutes', { count: n }),
  };
}

export const clock = (seconds: number) => {
  const s = Math.max(0, Math.floor(seconds));
  const pair = (n: number) => String(n).padStart(2, '0');
  return s >= 3600 ? `${Math.floor(s / 3600)}:${pair(Math.floor(s / 60) % 60)}:${pair(s % 60)}` : `${pair(Math.floor(s / 60))}:${pair(s % 60)}`;
};
