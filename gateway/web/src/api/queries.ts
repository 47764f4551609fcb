import { QueryCache, QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { ApiProblem, get, post } from './http';
import type * as T from './types';

const isSignedOut = (error: unknown) => error instanceof ApiProblem && error.status === 401;

export const queryClient: QueryClient = new QueryClient({
  // Signed out in the middle: ask again who is there, and the frame leads to the sign-in and back.
  queryCache: new QueryCache({ onError: (error, query) => { if (isSignedOut(error) && query.queryKey[0] !== 'me') void queryClient.invalidateQueries({ queryKey: ['me'] }); } }),
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      staleTime: 15_000,
      // Without a network a view says so, instead of loading for ever.
      networkMode: 'always',
      retry: (count, error) => count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
    },
  },
});

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: () => get<T.Me>('/api/me'), staleTime: 60_000 });

export function useMe() {
  return useQuery(meQuery);
}
export const isStaff = (me: T.Me | undefined) => me?.roles.some((r) => r === 'interviewer' || r === 'organiser') ?? false;

/** People's names, asked for together; an id nobody knows any more shows as itself. */
export function usePeople(ids: string[]) {
  const wanted = useMemo(() => [...new Set(ids)].filter((id) => id && id !== 'system').sort(), [ids]);
  const { data, isLoading } = useQuery({
    queryKey: ['people', wanted],
    queryFn: () => get<T.Person[]>(`/api/people?ids=${wanted.map(encodeURIComponent).join(',')}`),
    enabled: wanted.length > 0,
    staleTime: 300_000,
    placeholderData: (before) => before,
  });
  return (id: string): T.Person => data?.find((p) => p.id === id) ?? { id, name: isLoading ? '…' : (id.split(':')[1] ?? id), login: '' };
}

export const isOrganiser = (me: T.Me | undefined) => me?.roles.includes('organiser') ?? false;

export const noFilters = { q: '', topic: '', language: '', difficulty: '', hasReference: '', missing: '', source: '', page: 0 };
export type Filters = typeof noFilters;
export const questionsQuery = (filters: Filters) => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== '' && value !== 0) params.set(name, String(value));
  params.set('size', '20');
  return queryOptions({
    queryKey: ['questions', filters],
    queryFn: () => get<T.QuestionPage>(`/api/questions?${params}`),
    placeholderData: (before: T.QuestionPage | undefined) => before,
  });
};
export const questionQuery = (id: string) =>
  queryOptions({ queryKey: ['question', id], queryFn: () => get<T.BankQuestion>(`/api/questions/${encodeURIComponent(id)}`) });
export const versionsQuery = (id: string) =>
  queryOptions({ queryKey: ['question', id, 'versions'], queryFn: () => get<{ items: T.PastVersion[] }>(`/api/bank/questions/${encodeURIComponent(id)}/versions`) });
export const hadItQuery = (id: string) =>
  queryOptions({ queryKey: ['question', id, 'interviews'], queryFn: () => get<{ items: T.HadIt[]; total: number }>(`/api/bank/questions/${encodeURIComponent(id)}/interviews`) });
/** What the bank has that is like it; only ever a suggestion, so nobody is told when the index is away. */
export const similarQuery = (title: string) =>
  queryOptions({
    queryKey: ['similar', title],
    queryFn: async () => (await post<{ id: string; title: string; score: number }[][]>('/api/questions/similar', { titles: [title] }, crypto.randomUUID()))[0] ?? [],
    retry: false,
    staleTime: 300_000,
  });
export const draftsQuery = queryOptions({ queryKey: ['drafts'], queryFn: () => get<{ items: T.Draft[] }>('/api/bank/drafts') });
export const importsQuery = queryOptions({ queryKey: ['imports'], queryFn: () => get<{ items: T.PastImport[] }>('/api/bank/imports') });
export const jobProfilesQuery = queryOptions({ queryKey: ['job-profiles'], queryFn: () => get<{ items: T.JobProfile[] }>('/api/bank/job-profiles') });
export const interviewsQuery = queryOptions({
  queryKey: ['interviews'],
  queryFn: () => get<{ items: T.InterviewSummary[] }>('/api/interviews'),
});
export const interviewQuery = (id: string) =>
  queryOptions({ queryKey: ['interview', id], queryFn: () => get<T.InterviewDetail>(`/api/interviews/${encodeURIComponent(id)}`) });
export const finishedQuery = (q: string, page: number) =>
  queryOptions({
    queryKey: ['finished', q, page],
    queryFn: () =>
      get<{ total: number; items: T.FinishedInterview[] }>(`/api/finished-interviews?${new URLSearchParams({ q, page: String(page), size: '20' })}`),
    placeholderData: (before: { total: number; items: T.FinishedInterview[] } | undefined) => before,
  });
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['report', id],
    queryFn: () => get<T.Report>(`/api/reports/${encodeURIComponent(id)}`),
    refetchInterval: (query) => (query.state.data?.questions.some((q) => q.status === 'PENDING') ? 3000 : false),
  });
/** Whether answers are also sent to a language model: that is told before anybody answers, and nothing is assumed about it. */
export const languageModelQuery = queryOptions({
  queryKey: ['language-model'],
  queryFn: () => get<{ asked: boolean }>('/api/scores/language-model'),
  retry: false,
  refetchInterval: (query) => (query.state.status === 'error' ? 5000 : false),
});
export const invitationQuery = (token: string) =>
  queryOptions({ queryKey: ['invitation', token], queryFn: () => get<T.OpenedInvitation>(`/api/invitations/${encodeURIComponent(token)}`) });
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async () => {
    const answer = await get<T.Token[] | { items: T.Token[] }>('/api/tokens');
    return Array.isArray(answer) ? answer : answer.items;
  },
});

/** One action of the person: its key stays the same over retries and changes after success or when the input changes. */
export function useAction<Input, Output>(action: (input: Input, key: string) => Promise<Output>, refresh: string[] = []) {
  const client = useQueryClient();
  const attempt = useRef({ input: '', key: '' });
  return useMutation({
    mutationFn: (input: Input) => {
      const same = JSON.stringify(input) ?? '';
      if (attempt.current.key === '' || attempt.current.input !== same) attempt.current = { input: same, key: crypto.randomUUID() };
      return action(input, attempt.current.key);
    },
    onSuccess: async () => {
      attempt.current = { input: '', key: '' };
      await Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey: [queryKey] })));
    },
  });
}

export const signOut = async ({ returnTo = '/', everywhere = false } = {}) => {
  await post(everywhere ? '/api/sign-out?everywhere=true' : '/api/sign-out', {}, crypto.randomUUID()).catch((error: unknown) => {
    if (!isSignedOut(error)) throw error;
  });
  queryClient.clear();
  location.assign(returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
};
export const signInAddress = (returnTo: string) => `/oauth2/authorization/github?returnTo=${encodeURIComponent(returnTo)}`;
