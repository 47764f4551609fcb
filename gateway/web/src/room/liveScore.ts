import { useTranslation } from 'react-i18next';
import { useReasons } from '../scores/useReasons';
import type { LiveScore, RoomQuestion } from './wire';

export const answerKey = (question: number, attempt: number) => `${question}/${attempt}`;

/** The score of the answer that is shown, which is the last one: that of an earlier one says nothing about it. */
export const scoreOf = (scores: Record<string, LiveScore>, { question, answers }: RoomQuestion): LiveScore | undefined => scores[answerKey(question, answers.at(-1)?.attempt ?? 0)];

/** A score in a line, or why there is none, in the report's words. */
export function useScoreWords() {
  const { t } = useTranslation();
  const { reason } = useReasons();
  return ({ status, score, low, high, reason: code }: LiveScore) => {
    const why = code ? reason(code) : '';
    if (status === 'NOT_SCORED') return t('room.notScored', { reason: why }).trimEnd();
    const said = typeof low === 'number' && typeof high === 'number' && low < high ? t('room.scoredRange', { score, low, high }) : t('room.scored', { score });
    return why ? t('room.scoredWhy', { said, reason: why }) : said;
  };
}
