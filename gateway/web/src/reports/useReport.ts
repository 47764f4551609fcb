import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../api/http';
import { reportQuery } from '../api/queries';
import type { Report, Scorer } from '../api/types';

const scoreAddress = (interview: string, question: number) => `/api/reports/${encodeURIComponent(interview)}/questions/${question}/score`;

/** Asks the scorer again about the answer to a question. It is shown as being scored until the report says what came of it. */
export function useTryAgain(interview: string, question: number) {
  const client = useQueryClient();
  const { queryKey } = reportQuery(interview);
  return useMutation({
    mutationFn: () => post<void>(scoreAddress(interview, question), {}, crypto.randomUUID()),
    onMutate: async () => {
      await client.cancelQueries({ queryKey });
      client.setQueryData<Report>(queryKey, (report) => report && {
        ...report,
        questions: report.questions.map((q) => (q.question === question ? { ...q, status: 'PENDING', failed: false, reason: null } : q)),
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

const LANGUAGE_MODEL = 'language-model';
export const isLanguageModel = ({ name }: Scorer) => name === LANGUAGE_MODEL;

/** Asks the language model again for the opinion that it failed to give. */
export function useAskAgain(interview: string, question: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<void>(scoreAddress(interview, question), { scorer: LANGUAGE_MODEL }, crypto.randomUUID()),
    onSettled: () => client.invalidateQueries({ queryKey: reportQuery(interview).queryKey }),
  });
}

export type Accepting = { scorer: Scorer; questions?: number[] };

/** Lets what a scorer proposed count, for some questions or for all. */
export function useAccept(interview: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Accepting) => post<{ questions: number[] }>(`/api/reports/${encodeURIComponent(interview)}/proposals/accept`, body, crypto.randomUUID()),
    onSettled: () => client.invalidateQueries({ queryKey: reportQuery(interview).queryKey }),
  });
}
