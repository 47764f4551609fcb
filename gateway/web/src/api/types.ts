import type { Capability, Difficulty, KeyPoint, Language, QuestionContent, RoomStatus, StaffMaterial } from '../room/wire';

export type Me = { id: string; name: string; login: string; avatarUrl?: string; roles: string[]; demo: boolean };
export type Person = { id: string; name: string; login: string; avatarUrl?: string };

export type Facet = { value: string; count: number }[];
export type FoundQuestion = {
  id: string;
  version: number;
  title: string;
  language: Language;
  topic: string;
  difficulty: Difficulty;
  minutes: number;
  tags: string[];
  hasReference: boolean;
  highlight?: { title?: string | null; body?: string | null } | null;
};
export type QuestionPage = {
  total: number;
  tookMs: number;
  items: FoundQuestion[];
  facets: { topic: Facet; language: Facet; difficulty: Facet; hasReference: Facet; missing?: Facet; source?: Facet };
};
export type BankQuestion = FoundQuestion & {
  body: string;
  translation?: { id: string; language: Language; title: string } | null;
  staff?: StaffMaterial;
  /** Staff only, from here on. */
  filing?: { furtherTopics: string[]; source?: string | null; translationKey?: string | null };
  retired?: { at: string; by: string; reason?: string | null } | null;
  draft?: QuestionForm | null;
  draftBy?: string | null;
  draftAt?: string | null;
  /** How many changes the draft had when it was read; a save says so, to find out about others. */
  draftBase?: number | null;
  /** The version that the draft was written upon. */
  draftOn?: number | null;
  editable?: boolean;
  publishable?: boolean;
};

/** A question as it is written: all that a person may change about it. */
export type QuestionForm = {
  title: string;
  body: string;
  language: Language;
  topic: string;
  furtherTopics: string[];
  difficulty: Difficulty;
  minutes: number;
  tags: string[];
  reference: string;
  keyPoints: KeyPoint[];
  rubric: string[];
  hints: string[];
  followUps: string[];
  sources: string[];
  /** The question that says the same in the other language. */
  translation: string | null;
};
/** What stands now, told to the second of two people; without `draftBase` the draft has not been looked at. */
export type Standing = { what: 'question' | 'draft'; version: number; draftBase: number | null; by: string; at: string; form: QuestionForm };
export type PastVersion = {
  version: number;
  by: string;
  at: string;
  kind: 'published' | 'restored' | 'drafted' | 'draft-discarded' | 'retired' | 'reinstated' | 'purged';
  batch?: string | null;
  source?: string | null;
  reason?: string | null;
  /** The earlier version whose words count again. */
  restores?: number | null;
  form?: QuestionForm | null;
};
export type HadIt = { interview: string; title: string; askedAt?: string | null; endedAt?: string | null; version: number; mayOpen: boolean };
export type Draft = { id: string; title: string; by: string; at: string; base: number; draftBase: number };

export type PastImport = {
  batch: string;
  source: string;
  at: string;
  by: string;
  files: string[];
  added: number;
  changed: number;
  unchanged: number;
  retired: number;
  requirements: number;
  undone?: { at: string; by: string } | null;
  undoable: boolean;
  /** Title of the job profile that it brought. */
  profile?: string | null;
};
export type Undone = { restored: number; retired: number; kept: { id: string; title: string }[] };
export type JobProfile = { batch: string; title: string; source: string; at: string; requirements: { topic: string; text: string }[] };

export type Membership = { person: string; capability: Capability };
export type InterviewSummary = {
  id: string;
  title: string;
  language: Language;
  status: RoomStatus;
  plannedMinutes: number;
  bookedAt: string;
  capability: Capability;
  members: Membership[];
};
export type InvitationView = {
  id: string;
  capability: Capability;
  state: 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED';
  login?: string | null;
  expiresAt: string;
  acceptedBy?: string | null;
  link: string;
};
export type PlannedQuestion = { question: QuestionContent; staff?: StaffMaterial; asked?: boolean };
export type InterviewDetail = InterviewSummary & {
  callLink?: string | null;
  planned?: PlannedQuestion[];
  invitations?: InvitationView[];
};
export type OpenedInvitation = {
  interview: { id: string; title: string; language: Language; plannedMinutes: number };
  capability: Capability;
  invitedBy: string;
  expiresAt: string;
  state: 'OPEN' | 'YOURS' | 'TAKEN' | 'REVOKED' | 'EXPIRED' | 'FOR_SOMEONE_ELSE';
};
export type FinishedInterview = {
  interview: string;
  title: string;
  language: Language;
  startedAt?: string | null;
  endedAt: string;
  members: Membership[];
  questions: string[];
  highlight?: string | null;
};

export type Verdict = 'COVERED' | 'PARTLY' | 'MISSING';
export type Span = { from: number; to: number };
/** `rules` names what capped it; scores of old have none. */
export type ScoredKeyPoint = KeyPoint & { verdict: Verdict; similarity?: number; evidence: Span[]; missed: string[]; rules?: string[] };
export type Scorer = { name: string; version: string; calibration?: string };
/** What another scorer found of an answer. */
export type Proposal = { scorer: Scorer; status: 'SCORED' | 'NOT_SCORED'; score?: number | null; low?: number | null; high?: number | null; reason?: string | null };
export type ReportStatus = 'SCORED' | 'NOT_SCORED' | 'NOT_ANSWERED' | 'OPEN' | 'PENDING';
export type ReportQuestion = {
  question: number;
  content: QuestionContent;
  status: ReportStatus;
  reason?: string | null;
  score?: number | null;
  low?: number | null;
  high?: number | null;
  answer?: { attempt: number; attempts: number; text: string; submittedAt: string } | null;
  draft?: string | null;
  keyPoints?: ScoredKeyPoint[] | null;
  notes?: string[] | null;
  reference?: string | null;
  hintsShown: number;
  scorer?: Scorer | null;
  /** Staff only, from here on. */
  proposals?: Proposal[] | null;
  /** The scorer may be asked again. */
  failed?: boolean;
};
export type Report = {
  interview: string;
  title: string;
  language: Language;
  status: 'LIVE' | 'ENDED';
  startedAt?: string | null;
  endedAt?: string | null;
  members: Membership[];
  released: boolean;
  questions: ReportQuestion[];
  overall: { score?: number | null; scored: number; notScored: number; notAnswered: number; pending: number; open: number };
};

/** An answer that is scored for nobody but who tries it. */
export type Trial = { question: string; references: string[]; answer: string; language: Language; keyPoints: KeyPoint[] };
export type Outcome = {
  score: number | null;
  interval: [number, number] | null;
  status: 'SCORED' | 'NOT_SCORED';
  reason: string | null;
  notes: string[];
  keyPoints: (KeyPoint & { verdict: Verdict; similarity: number; evidence: string[]; spans: Span[]; missed: string[]; rules: string[] })[];
  scorer: Scorer;
};

export type Token = { id: string; name: string; scope: 'read' | 'write'; createdAt?: string; expiresAt: string; expired?: boolean; lastUsedAt?: string | null };
export type NewToken = Token & { token: string };
