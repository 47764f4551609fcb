import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Outcome, Trial } from '../../api/types';
import { LONGEST_ANSWER, score, trialOf, type Scorable } from './trial';

const PAUSE_MS = 250;

/** What was found, and in what: offsets are of that answer. */
export type Found = { trial: Trial; outcome: Outcome };

/**
 * Scores while somebody types: after a pause, one request at a time, the one before is cancelled. What was found last stays
 * until something newer is.
 */
export function useTrial(question: Scorable, answer: string) {
  const now = JSON.stringify(trialOf(question, answer));
  const [asked] = useDebouncedValue(now, PAUSE_MS);
  const tooLong = answer.length > LONGEST_ANSWER;
  const query = useQuery({
    queryKey: ['trial', asked],
    queryFn: async ({ signal }): Promise<Found> => {
      const trial = JSON.parse(asked) as Trial;
      return { trial, outcome: await score(trial, signal) };
    },
    enabled: !tooLong,
    retry: false,
    staleTime: 300_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const [last, setLast] = useState<Found | null>(null);
  useEffect(() => { if (query.data) setLast(query.data); }, [query.data]);
  const found = query.data ?? last;
  return {
    found,
    /** Something newer than what was found is on its way. */
    busy: !tooLong && (asked !== now || query.isFetching),
    error: query.error,
    tooLong,
    again: () => void query.refetch(),
  };
}
