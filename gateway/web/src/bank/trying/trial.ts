import { ApiProblem, post } from '../../api/http';
import type { Outcome, QuestionForm, Trial } from '../../api/types';

/** As much of a question as a score depends on. */
export type Scorable = Pick<QuestionForm, 'title' | 'body' | 'reference' | 'keyPoints' | 'language'>;

/** The most that the service takes, in UTF-16 units. */
export const LONGEST_ANSWER = 200_000;
const PATIENCE_MS = 20_000;

/** The answer as it would be scored had it been submitted; rows that nobody wrote in are no key points. */
export const trialOf = ({ title, body, reference, keyPoints, language }: Scorable, answer: string): Trial => ({
  question: `${title.trim()}\n${body}`,
  references: [reference],
  answer,
  language,
  keyPoints: keyPoints.map((it) => ({ ...it, text: it.text.trim() })).filter((it) => it.text),
});

export const hasKeyPoints = ({ keyPoints }: Scorable) => keyPoints.some((it) => it.text.trim());
export const isComparable = (question: Scorable) => hasKeyPoints(question) || question.reference.trim() !== '';

/** Asks the scorer; nobody waits for it for ever, and it is told to stop when the answer is not wanted any more. */
export async function score(trial: Trial, signal: AbortSignal): Promise<Outcome> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await post<Outcome>('/api/scores/preview', trial, crypto.randomUUID(), AbortSignal.any([signal, patience]));
  } catch (error) {
    if (patience.aborted && !signal.aborted) throw new ApiProblem(0, 'TOO_SLOW', '', '');
    throw error;
  }
}
