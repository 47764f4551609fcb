import { useTranslation } from 'react-i18next';
import { useWhen } from '../shell/when';

export function QuestionChips({ q }: { q: { topic: string; difficulty: string; minutes: number; language: string; hasReference?: boolean } }) {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <span className="chips">
      <span className="chip">{q.topic}</span> <span className="chip">{t(`difficulty.${q.difficulty}`)}</span> <span className="chip">{when.minutes(q.minutes)}</span>{' '}
      <span className="chip">{t(`language.${q.language}`)}</span>{q.hasReference && <> <span className="chip">{t('bank.hasReference')}</span></>}
    </span>
  );
}
