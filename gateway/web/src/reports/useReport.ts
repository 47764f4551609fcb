import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../api/http';
import { reportQuery } from '../api/queries';
import type { Report, Scorer } from '../api/types';

/** Asks the scorer again about the answer to a question. It is shown as being scored until the report says what came of it. */
export function useTryAgain(interview: string, question: number) {
  const client = useQueryClient();
  const { queryKey } = reportQuery(interview);
  return useMutation({
    mutationFn: () => post<void>(`/api/reports/${encodeURIComponent(interview)}/questions/${question}/score`, {}, crypto.randomUUID()),
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

export type Accepting = { scorer: Scorer; questions?: number[] };

/** Lets what a scorer proposed count, for some questions or for all. */
export function useAccept(interview: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Accepting) => post<{ questions: number[] }>(`/api/reports/${encodeURIComponent(interview)}/proposals/accept`, body, crypto.randomUUID()),
    onSettled: () => client.invalidateQueries({ queryKey: reportQuery(interview).queryKey }),
  });
}
