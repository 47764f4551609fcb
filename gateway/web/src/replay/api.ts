import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';
import type { CodeLanguage, RunOutcome, ServerMessage } from '../room/wire';

/** A fact by its kind, without its long texts. */
export type Landmark = {
  position: number;
  at: string;
  type: string;
  person: string;
  question?: number | null;
  attempt?: number;
  index?: number;
  language?: CodeLanguage;
  outcome?: RunOutcome;
  minutes?: number;
};
export type Timeline = {
  epoch: string;
  sealed: boolean;
  openedAt: string;
  startedAt?: string | null;
  endedAt?: string | null;
  last: number;
  landmarks: Landmark[];
  /** How many edits were made in each ten seconds; those without any are left out. */
  activity: { at: string; edits: number }[];
};
export type ReplayPage = { epoch: string; sealed: boolean; at: number; frames: ServerMessage[]; next: number | null };

/** The longest page that the service gives. */
export const PAGE = 1000;

export const replayPage = (interview: string) => (at: number, limit: number) =>
  get<ReplayPage>(`/api/rooms/${encodeURIComponent(interview)}/replay?at=${at}&limit=${limit}`);

export const timelineQuery = (interview: string) =>
  queryOptions({
    queryKey: ['timeline', interview],
    queryFn: () => get<Timeline>(`/api/rooms/${encodeURIComponent(interview)}/replay/timeline`),
    // A room that is still open grows.
    refetchInterval: (query) => (query.state.data && !query.state.data.endedAt ? 10_000 : false),
    staleTime: 60_000,
  });
