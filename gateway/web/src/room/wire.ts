/** Everything that is said in a room, both ways: the same vocabulary as the service's `live` package. */

export const capabilities = ['INTERVIEW', 'ANSWER', 'OBSERVE'] as const;
export type Capability = (typeof capabilities)[number];
export type Language = 'zh' | 'en';
export type Difficulty = 'easy' | 'medium' | 'hard';
/** What a document of a question is written in, in the order in which they are offered. */
export const codeLanguages = ['text', 'markdown', 'python', 'javascript', 'typescript', 'java', 'go', 'cpp', 'sql'] as const;
export type CodeLanguage = (typeof codeLanguages)[number];
export type RunOutcome = 'FINISHED' | 'FAILED' | 'STOPPED';
export type Position = { epoch: string; sequence: number };

export type QuestionContent = {
  id: string;
  version: number;
  language: Language;
  topic: string;
  title: string;
  body: string;
  difficulty: Difficulty;
  minutes: number;
  tags: string[];
};
export type KeyPoint = { text: string; weight: number };
export type StaffMaterial = { reference: string; keyPoints: KeyPoint[]; hints: string[]; sources: string[]; rubric?: string[]; followUps?: string[] };

/** One change of a document: `client` is the page's collab id, `changes` a ChangeSet as JSON (UTF-16 units). */
export type WireUpdate = { client: string; changes: unknown };

export type Planned = { index: number; content: QuestionContent; staff?: StaffMaterial };
export type Answer = { attempt: number; at: string; person: string; text: string; language: CodeLanguage; documentVersion: number };
export type QuestionDocument = { id: string; language: CodeLanguage; version: number; text: string };
export type FollowUp = { at: string; person: string; text: string };
/** As the person's browser reported it. */
export type CodeRun = {
  language: CodeLanguage;
  documentVersion: number;
  outcome: RunOutcome;
  output: string;
  truncated: boolean;
  millis: number;
};
export type Run = CodeRun & { at: string; person: string };
export type RoomQuestion = {
  question: number;
  planned?: number;
  content: QuestionContent;
  /** Missing for a candidate before the release. */
  staff?: StaffMaterial;
  hintsShown: string[];
  hintCount: number;
  askedAt: string;
  released?: boolean;
  /** From the asking on; 0: no limit. */
  minutes: number;
  deadline?: string;
  /** The chosen one, which everybody is shown. */
  language: CodeLanguage;
  /** The one in the chosen language, and those that were ever edited. */
  documents: QuestionDocument[];
  answers: Answer[];
  followUps: FollowUp[];
  /** The last twenty, oldest first. */
  runs: Run[];
  /** Staff only: indexes of ticked key points. */
  covered?: number[];
};
export type RoomMember = { person: string; capabilities: Capability[]; consented: boolean; admitted: boolean };
export type ChatLine = { at: string; person: string; text: string };
export type Note = { at: string; person: string; text: string; question?: number | null };

export type RoomStatus = 'WAITING' | 'LIVE' | 'ENDED';
export type EndReason = 'BY_INTERVIEWER' | 'EMPTY' | 'OVERTIME';

export type RoomView = {
  interview: string;
  title: string;
  language: Language;
  status: RoomStatus;
  plannedMinutes: number;
  openedAt?: string;
  startedAt?: string;
  endedAt?: string;
  deadline?: string;
  /** May have passed; missing when there is no focus time. */
  focusUntil?: string;
  callLink?: string | null;
  released?: boolean;
  members: RoomMember[];
  /** Interviewers only. */
  planned?: Planned[];
  questions: RoomQuestion[];
  chat: ChatLine[];
  notes: Note[];
};

// ---- browser to service

export type Hello = { type: 'hello'; client: string; position?: Position; documents?: Record<string, number> };
export type Signal =
  | { type: 'point'; document: string; anchor: number; head: number }
  | { type: 'ping' };

/** An intention; it is given its number `n` when it enters the outbox and takes effect once. */
export type Command =
  | { type: 'edit'; document: string; version: number; updates: WireUpdate[] }
  | { type: 'give-consent' }
  | { type: 'admit'; person: string }
  | { type: 'ask'; planned: number }
  | { type: 'show-hint'; question: number }
  | { type: 'submit'; question: number; document: string; version: number }
  | { type: 'post-chat'; text: string }
  | { type: 'write-note'; text: string; question?: number }
  | { type: 'set-call-link'; url: string }
  | { type: 'choose-language'; question: number; language: CodeLanguage }
  | { type: 'ask-follow-up'; question: number; text: string }
  | { type: 'tick-key-point'; question: number; keyPoint: number; covered: boolean }
  /** Without a question: the whole interview. */
  | { type: 'allot-time'; question?: number; minutes: number }
  | { type: 'start-focus'; minutes: number }
  | { type: 'end-focus' }
  | {
      type: 'report-run';
      question: number;
      document: string;
      version: number;
      outcome: RunOutcome;
      output: string;
      truncated: boolean;
      millis: number;
    }
  | { type: 'release-feedback' }
  | { type: 'end-room' };
export type Numbered = Command & { n: number };
export type ClientMessage = Hello | Signal | Numbered;

// ---- service to browser

type Journaled = { position: Position; at: string; actor: string };
export type Entry = Journaled &
  (
    | { type: 'capability-granted'; person: string; capability: Capability }
    | { type: 'capability-withdrawn'; person: string; capability: Capability }
    | { type: 'question-planned'; planned: Planned }
    | { type: 'consent-given'; person: string }
    | { type: 'candidate-admitted'; person: string }
    | { type: 'call-link-set'; url: string }
    | {
        type: 'question-asked';
        question: number;
        planned?: number;
        content: QuestionContent;
        staff?: StaffMaterial;
        hintCount?: number;
        document: string;
      }
    | { type: 'hint-shown'; question: number; index: number; text: string }
    | {
        type: 'answer-submitted';
        question: number;
        attempt: number;
        person: string;
        text: string;
        document: string;
        documentVersion: number;
      }
    | { type: 'document-edited'; document: string; version: number; updates: WireUpdate[] }
    | { type: 'chat-posted'; text: string }
    | { type: 'note-written'; text: string; question?: number | null }
    | { type: 'language-chosen'; question: number; language: CodeLanguage }
    | { type: 'follow-up-asked'; question: number; text: string }
    | { type: 'key-point-ticked'; question: number; keyPoint: number; covered: boolean }
    | { type: 'time-allotted'; question?: number | null; minutes: number }
    | { type: 'focus-started'; minutes: number; until: string }
    | { type: 'focus-ended' }
    | ({ type: 'code-run'; question: number } & CodeRun)
    | { type: 'feedback-released'; questions: { question: number; staff: StaffMaterial }[] }
    | { type: 'room-ended'; reason: EndReason }
  );

export type Tail = { from: number; updates: WireUpdate[] };
export type Present = { person: string; capabilities: Capability[]; online: boolean };
export type LiveScore = {
  question: number;
  attempt: number;
  status: 'SCORED' | 'NOT_SCORED';
  /** Why there is no score, or why it is 0. */
  reason?: string | null;
  score?: number | null;
  low?: number | null;
  high?: number | null;
};

export type ServerSignal =
  | {
      type: 'welcome';
      position: Position;
      now: string;
      you: { person: string; capabilities: Capability[] };
      room: RoomView;
      tails?: Record<string, Tail>;
    }
  | { type: 'resumed'; position: Position; now: string }
  | { type: 'acknowledged'; n: number; position?: Position }
  | { type: 'refused'; n: number; code: string; message: string }
  | { type: 'progress'; upTo: Position }
  | { type: 'presence'; people: Present[] }
  | { type: 'pointed'; person: string; document: string; anchor: number; head: number }
  | ({ type: 'scored' } & LiveScore)
  | { type: 'pong'; now: string };
export type ServerMessage = ServerSignal | Entry;

/** The document of a question in a language; every question has one in each from its asking on. */
export const documentId = (question: number, language: CodeLanguage) => `q${question}:${language}`;

/** Entries carry a position and an actor; signals never carry an actor. */
export const isEntry = (message: ServerMessage): message is Entry => 'position' in message && 'actor' in message;

/** Connection ends that a page must not answer by trying again. */
export const isFinal = (closeCode: number) => closeCode === 1009 || (closeCode >= 4400 && closeCode <= 4499);
