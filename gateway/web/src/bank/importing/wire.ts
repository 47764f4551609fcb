import type { Difficulty, KeyPoint, Language } from '../../room/wire';

/** What is said about an import, both ways: the same vocabulary as the service's `bank.importing` package. */

export const roles = ['QUESTION', 'BODY', 'ANSWER', 'DETAIL', 'TOPIC', 'REQUIREMENT', 'IGNORED'] as const;
export type Role = (typeof roles)[number];

export type Edit = Partial<{
  title: string;
  body: string;
  reference: string;
  keyPoints: KeyPoint[];
  hints: string[];
  topic: string;
  tags: string[];
  difficulty: Difficulty;
  minutes: number;
}>;
export type ItemChoice = {
  include?: boolean;
  /** Absent: as the last import of the list did it. */
  split?: boolean;
  edit?: Edit;
  conflict?: 'take-file' | 'keep-bank';
  /** Which question of the bank it is, or `new`. */
  match?: string;
};
/** `roles` by the first line of a block. */
export type FileChoice = { shape?: string; roles?: Record<string, Role> };
export type ImportRequest = {
  source: string;
  language: Language;
  generation?: number;
  files: Record<string, FileChoice>;
  items: Record<string, ItemChoice>;
  retire: string[];
  profile?: { title: string };
};

export const outcomes = ['added', 'changed', 'proposed', 'conflict', 'unchanged', 'known', 'duplicate', 'requirement', 'left', 'too-long'] as const;
export type Outcome = (typeof outcomes)[number];

export type Shape = { shape: string; line: number; example: string; blocks: number };
export type SourceMark = { from: number; to: number; role: Role; item?: string | null; because: string };
export type PreviewFile = {
  name: string;
  format: string;
  encoding: string;
  shape: string;
  shapes: Shape[];
  confidence: number;
  because: string[];
  lines: string[];
  marks: SourceMark[];
};
/** Another item of the upload. */
export type Similar = { key: string; title: string; similarity: number };
export type PreviewItem = {
  key: string;
  file: string;
  line: number;
  kind: 'question' | 'requirement';
  section: string[];
  title: string;
  body: string;
  reference: string;
  keyPoints: KeyPoint[];
  hints: string[];
  rubric: string[];
  followUps: string[];
  sources: string[];
  topics: string[];
  tags: string[];
  language: Language;
  difficulty: Difficulty;
  minutes: number;
  answerLines: [number, number][];
  because: string;
  outcome: Outcome;
  included: boolean;
  id?: string | null;
  before?: { title: string; body: string; reference: string } | null;
  sentences: number;
  similar: Similar[];
};
export type PreviewWarning = { file: string; line: number; code: string; message: string; fix: string };
export type Counts = Record<'added' | 'changed' | 'unchanged' | 'known' | 'conflict' | 'duplicate' | 'requirement' | 'left' | 'tooLong' | 'retired' | 'requirements', number>;
export type Preview = {
  generation: number;
  source: string;
  sha256: string;
  confidence: number;
  sure: boolean;
  files: PreviewFile[];
  /** Files of the upload that were not read. */
  left: { name: string; because: string }[];
  items: PreviewItem[];
  /** Questions of this source that the file no longer has. */
  missing: { id: string; title: string; topic: string }[];
  warnings: PreviewWarning[];
  counts: Counts;
};
/** Without a batch when nothing was to be done. */
export type Applied = { batch?: string | null; counts: Counts };

/** Below it a person is asked before anything is taken over. */
export const SURE = 0.7;
