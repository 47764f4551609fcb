import { useTranslation } from 'react-i18next';
import { Chips } from '../shell/Chips';
import { useWhen } from '../shell/when';

type Described = { topic: string; difficulty: string; minutes: number; language: string; hasReference?: boolean };

/** What a question is about; a missing reference is said because it cannot be scored, a present one is the rule. */
export function QuestionChips({ q }: { q: Described }) {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <Chips>
      {q.topic}
      {t(`difficulty.${q.difficulty}`)}
      {when.minutes(q.minutes)}
      {t(`language.${q.language}`)}
      {q.hasReference === false && t('bank.noReference')}
    </Chips>
  );
}
